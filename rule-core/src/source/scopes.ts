import { createRequire } from 'node:module';
import type * as ScopeAnalysis from '@typescript-eslint/scope-manager';

let library: typeof ScopeAnalysis | undefined;

/** Scope analysis, loaded on first use: hosts that bring their own scopes, and runs that parse nothing, start without it. */
export function scopeAnalysis(): typeof ScopeAnalysis {
  // Host boundary: `require` is untyped.
  library ??= createRequire(import.meta.url)('@typescript-eslint/scope-manager') as typeof ScopeAnalysis;
  return library;
}
