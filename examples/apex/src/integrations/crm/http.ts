import type { UserExecutionContext } from './user-execution-context';

/** The CRM wants its own headers. */
export const http = {
  async getJson<T>(path: string, user: UserExecutionContext): Promise<T> {
    const response = await window.fetch(`https://crm.example${path}`, { headers: user.headers() });
    return (await response.json()) as T;
  },
};
