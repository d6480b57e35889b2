import type { SsotConfig } from './config.js';

/**
 * Types a configuration in a TypeScript or JavaScript config file. It returns what it is given.
 *
 * @example
 * export default defineConfig({ concerns: { http: { canonical: 'src/lib/http.ts#http', drivers: ['axios'] } } });
 */
export function defineConfig(config: SsotConfig): SsotConfig {
  return config;
}
