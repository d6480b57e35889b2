export class StepLog {
  private readonly entries: string[] = [];

  add(name: string): void {
    this.entries.push(name);
  }

  names(): readonly string[] {
    return this.entries;
  }
}
