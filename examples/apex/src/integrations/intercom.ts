import type { AxiosResponse } from 'axios';

interface Contact {
  readonly email: string;
}

// Only the support team's accounts need it.
export async function contactOf(userId: string): Promise<string> {
  const { default: axios } = await import('axios');
  const response: AxiosResponse<Contact> = await axios.get(`https://intercom.example/contacts/${userId}`);
  return response.data.email;
}
