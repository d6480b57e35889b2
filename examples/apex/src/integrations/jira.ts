import { client, type AxiosInstance } from '@/lib/vendor/axios';

export class JiraClient {
  constructor(private readonly transport: AxiosInstance = client) {}

  async create(title: string): Promise<string> {
    const response = await this.transport.request<{ key: string }>({
      method: 'POST',
      url: 'https://jira.example/rest/api/3/issue',
      data: { fields: { summary: title } },
    });
    return response.data.key;
  }
}
