/** Why a text is no day of the calendar, `YYYY-MM-DD`; `undefined` if it is one. */
export function dayFault(text: string): string | undefined {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  const exists = !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text;
  return exists ? undefined : `"${text}" is not a day of the calendar. Write it as YYYY-MM-DD, such as "2027-03-31".`;
}
