/** What the server said no to. */
export class ClickHouseQueryError extends Error {
  constructor(
    readonly query: string,
    readonly code: number,
  ) {
    super(`${String(code)}: ${query}`);
  }
}
