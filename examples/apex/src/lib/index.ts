export { http, type HttpOptions } from './http';
export { getJson as fetchJson } from './request';
export * from './vendor/axios';
