/** What functions are called that hand out an object, and hooks. */
const ACCESSOR = /^(?:get|use|create|make|obtain|provide|build|open|connect|resolve|acquire|with)(?![a-z])|^default$/u;

/** Whether a function's name says that it hands out an object, where nothing else tells: `getDb`, `useStore`. */
export function isAccessorName(name: string): boolean {
  return ACCESSOR.test(name);
}
