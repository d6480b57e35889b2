declare module 'axios' {
  export interface AxiosRequestConfig {
    method?: string;
    url?: string;
    baseURL?: string;
    timeout?: number;
    headers?: Record<string, string>;
    params?: Record<string, string>;
    data?: unknown;
  }

  export interface AxiosResponse<T = unknown> {
    readonly data: T;
    readonly status: number;
  }

  export interface AxiosInstance {
    request<T>(config: AxiosRequestConfig): Promise<AxiosResponse<T>>;
    get<T>(url: string, config?: AxiosRequestConfig): Promise<AxiosResponse<T>>;
    post<T>(url: string, data?: unknown, config?: AxiosRequestConfig): Promise<AxiosResponse<T>>;
  }

  export interface AxiosStatic extends AxiosInstance {
    create(config?: AxiosRequestConfig): AxiosInstance;
  }

  export class AxiosError extends Error {
    readonly response?: AxiosResponse;
  }

  export function isAxiosError(error: unknown): error is AxiosError;

  const axios: AxiosStatic;
  export default axios;
}
