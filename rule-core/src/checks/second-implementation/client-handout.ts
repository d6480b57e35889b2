import type { Declaration, NameReference, Range, ValueFact } from '../../source/facts.js';
import { isDriver, isDriverType } from './driver-types.js';
import { nameFilledBy } from './filled-name.js';
import { isWithin } from './places.js';
import type { Setting } from './setting.js';

/** Whether a function returns the driver's client: by its type, a call, or a variable of the module or its own that holds one. */
export function handsOutClient({ signature, range }: Declaration, setting: Setting): boolean {
  const { facts, reach, concern, project } = setting;
  const drives = [...reach.drivers, ...reach.throughNames].some(
    (touch) => !touch.typeOnly && isWithin(touch.range, range),
  );
  if (signature === null || !drives) {
    return false;
  }
  return (
    (signature.returns?.top ?? []).some((name) => isDriverType(name, facts.path, concern, project)) ||
    signature.returned.some((value) => isClient(value, range, setting))
  );
}

function isClient(value: ValueFact, around: Range, setting: Setting): boolean {
  switch (value.kind) {
    case 'call':
    case 'new':
      return isMadeByDriver(value, setting);
    case 'assignment':
      return isClient(value.value, around, setting);
    case 'choice':
      return value.values.some((each) => isClient(each, around, setting));
    case 'reference':
      return value.target.path.length === 0 && holdsClient(value.target, around, setting);
    default:
      return false;
  }
}

/** Whether an expression calls or constructs a driver. */
export function isMadeByDriver(value: ValueFact, { facts, concern, project }: Setting): boolean {
  return (
    (value.kind === 'call' || value.kind === 'new') &&
    value.target !== null &&
    isDriver(value.target, facts.path, concern, project)
  );
}

function holdsClient({ name, origin }: NameReference, around: Range, { reach, text }: Setting): boolean {
  if (origin === 'module') {
    return [...reach.reaching].some(
      (carrier) => carrier.kind === 'variable' && carrier.signature === null && carrier.name === name,
    );
  }
  // Locals are no facts: the text in front of the driver's call says what it is put into.
  return (
    origin === 'local' &&
    reach.drivers.some(({ range, whole }) => isWithin(range, around) && putsInto(text.slice(around[0], whole[0]), name))
  );
}

function putsInto(before: string, name: string): boolean {
  return nameFilledBy(before) === name;
}
