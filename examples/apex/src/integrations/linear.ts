const { fetch: send } = globalThis;

export async function createLinearIssue(title: string): Promise<string> {
  const response = await send('https://api.linear.example/issues', {
    method: 'POST',
    body: JSON.stringify({ title }),
  });
  const { identifier } = (await response.json()) as { identifier: string };
  return identifier;
}
