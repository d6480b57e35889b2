import { respond } from '../support/network';

interface RequestConfig {
  method?: string;
  url?: string;
  baseURL?: string;
  data?: unknown;
}

export class AxiosError extends Error {
  constructor(readonly response: { status: number }) {
    super(`Request failed with status code ${response.status}`);
  }
}

export const isAxiosError = (error: unknown): error is AxiosError => error instanceof AxiosError;

function instance(defaults: RequestConfig) {
  const request = async (config: RequestConfig) => {
    const url = (config.baseURL ?? defaults.baseURL ?? '') + (config.url ?? '');
    const response = respond(config.method ?? 'GET', url, config.data);
    if (response.status >= 400) throw new AxiosError(response);
    return { status: response.status, data: response.body };
  };
  return {
    request,
    get: (url: string) => request({ method: 'GET', url }),
    post: (url: string, data?: unknown) => request({ method: 'POST', url, data }),
  };
}

export default { ...instance({}), create: (config: RequestConfig = {}) => instance(config) };
