// One place to swap the client, should we ever want to.
export { default as client, isAxiosError } from 'axios';
export type { AxiosInstance, AxiosResponse } from 'axios';
