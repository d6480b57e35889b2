import axios, { type AxiosInstance } from 'axios';

export interface HttpOptions {
  readonly headers?: Record<string, string>;
}

const client: AxiosInstance = axios.create({ timeout: 10_000 });

/** Every call to another service: one time-out, one set of headers, one place to trace. */
export const http = {
  async getJson<T>(url: string, options: HttpOptions = {}): Promise<T> {
    const response = await client.request<T>({ method: 'GET', url, headers: options.headers });
    return response.data;
  },

  async postJson<T>(url: string, body: unknown, options: HttpOptions = {}): Promise<T> {
    const response = await client.request<T>({ method: 'POST', url, data: body, headers: options.headers });
    return response.data;
  },
};
