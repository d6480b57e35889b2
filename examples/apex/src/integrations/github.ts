export interface Issue {
  readonly number: number;
  readonly title: string;
}

export async function openIssues(repository: string): Promise<Issue[]> {
  const response = await globalThis.fetch(`https://api.github.com/repos/${repository}/issues`);
  if (response.status === 404) return [];
  return (await response.json()) as Issue[];
}

export async function isReachable(): Promise<boolean> {
  return fetch('https://api.github.com').then(
    (response) => response.ok,
    () => false,
  );
}
