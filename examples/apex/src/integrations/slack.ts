import axios, { isAxiosError } from 'axios';

const slack = axios.create({ baseURL: 'https://slack.com/api' });

export async function postToSlack(channel: string, text: string): Promise<boolean> {
  try {
    const response = await slack.request<{ ok: boolean }>({
      method: 'POST',
      url: '/chat.postMessage',
      data: { channel, text },
    });
    return response.data.ok;
  } catch (error) {
    if (isAxiosError(error)) return false;
    throw error;
  }
}
