import type { SymbolReference } from '../../config/resolved-config.js';
import type { Reference } from '../../source/facts.js';

const CONSTANT_NAME = /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*$/u;

/** Whether a reference stands in a type position. */
export function isTypeReference(reference: Reference): boolean {
  return reference.role === 'type' || reference.role === 'typeof' || reference.role === 'implements';
}

/**
 * Whether a reference to a driver opens nothing: a type position, `typeof`, `instanceof`, a constant such as
 * `WebSocket.OPEN`, an ID that is handed to it.
 *
 * @param depth how many links of the chain name the driver itself
 * @param driver as the configuration names it
 */
export function opensNothing(reference: Reference, depth: number, driver: SymbolReference): boolean {
  if (isTypeReference(reference) || reference.role === 'instanceof') {
    return true;
  }
  if (takesIdOver(reference, depth, driver)) {
    return true;
  }
  const last = reference.path.at(-1);
  return (
    reference.role === 'value' &&
    last !== undefined &&
    reference.path.length > depth &&
    CONSTANT_NAME.test(last) &&
    mayHaveConstants(driver)
  );
}

/**
 * `new ObjectId(text)` gives a form to an ID that is there, only `new ObjectId()` makes one; the class itself is the type of
 * a schema's field.
 */
function takesIdOver({ call, path, role }: Reference, depth: number, driver: SymbolReference): boolean {
  const name = driver.exportPath.at(-1) ?? driver.module;
  if (!/^(?:Object(?:Id|ID)|bson-objectid)$/u.test(name) || path.length !== depth) {
    return false;
  }
  return role === 'value' || ((role === 'new' || role === 'call') && call !== null && call.arguments.length > 0);
}

/** A class or a package has constants; what `process.env` holds under such a name is the very thing that it is for. */
function mayHaveConstants({ exportPath }: SymbolReference): boolean {
  const name = exportPath.at(-1);
  return name === undefined || name === 'default' || /^[A-Z]/u.test(name);
}
