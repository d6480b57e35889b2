import { getJson } from '../lib/request';

interface Rates {
  readonly base: string;
  readonly rates: Readonly<Record<string, number>>;
}

export async function convert(amount: number, from: string, to: string): Promise<number> {
  const { rates } = await getJson<Rates>(`https://rates.example/latest?base=${from}`);
  const rate = rates[to];
  if (rate === undefined) throw new Error(`no rate for ${to}`);
  return Math.round(amount * rate * 100) / 100;
}
