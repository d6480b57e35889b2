import type { Options } from 'ajv';

/** How the validators are compiled. A test validates the schema itself: doing so each time would take long. */
export const ajvOptions: Options = { allErrors: true, verbose: true, strict: false, validateSchema: false };
