import type { Forms } from '../../config/config.js';
import type { ResolvedConcern } from '../../config/resolved-config.js';
import type { RequestForm } from '../../source/facts.js';
import type { TargetMatch } from '../concern-targets.js';

const FORM_OF_REQUEST = {
  import: 'static',
  reexport: 'reexport',
  'import-equals': 'require',
  require: 'require',
  'dynamic-import': 'dynamic',
  'import-type': 'type',
  jsdoc: 'jsdoc',
  mock: 'mock',
} as const satisfies Record<RequestForm, keyof Forms>;

/** The switch that a request falls under; one that takes types only is a `type` use. */
export function formOf(request: RequestForm, typeOnly: boolean): keyof Forms {
  const form = FORM_OF_REQUEST[request];
  return typeOnly && form !== 'jsdoc' && form !== 'mock' ? 'type' : form;
}

/** Forms of a driver, or of a global that has a replacement, that open nothing. */
const OFF_FOR_DRIVERS: ReadonlySet<keyof Forms> = new Set(['type', 'jsdoc', 'mock']);

/** Whether a concern wants a use of this form reported. */
export function formIsOn(concern: ResolvedConcern, match: TargetMatch, form: keyof Forms): boolean {
  const isOutside = match.kind === 'driver' || (match.kind === 'twin' && match.reference.kind === 'global');
  return concern.forms[form] ?? !(isOutside && OFF_FOR_DRIVERS.has(form));
}
