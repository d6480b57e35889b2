/** Puts a statement together; it is the manager that sends it. */
export class ClickHouseQueryBuilder {
  private readonly parts: string[] = [];

  select(...columns: string[]): this {
    this.parts.push(`SELECT ${columns.join(', ')}`);
    return this;
  }

  from(table: string): this {
    this.parts.push(`FROM ${table}`);
    return this;
  }

  toString(): string {
    return this.parts.join(' ');
  }
}
