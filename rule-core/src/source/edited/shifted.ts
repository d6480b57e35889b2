/**
 * Facts whose ranges are moved. What holds no range that moves is taken over as it is.
 *
 * @param from Ranges that begin there or behind move; of one that begins in front of it and ends behind it, the end does.
 * @param by How far, in UTF-16 code units.
 */
export function shifted<Fact>(fact: Fact, from: number, by: number): Fact {
  if (by === 0 || typeof fact !== 'object' || fact === null) return fact;
  // Facts are plain records, lists and ranges, and stay what they are.
  return (Array.isArray(fact) ? shiftedList(fact, from, by) : shiftedRecord(fact, from, by)) as Fact;
}

function shiftedList(list: readonly unknown[], from: number, by: number): readonly unknown[] {
  const [start, end] = list;
  if (typeof start === 'number' && typeof end === 'number') {
    if (start >= from) return [start + by, end + by];
    return end > from ? [start, end + by] : list;
  }
  let copy: unknown[] | undefined;
  for (let index = 0; index < list.length; index++) {
    const item = list[index];
    const moved = shifted(item, from, by);
    if (moved !== item) {
      copy ??= list.slice();
      copy[index] = moved;
    }
  }
  return copy ?? list;
}

function shiftedRecord(record: object, from: number, by: number): object {
  const fields = record as Readonly<Record<string, unknown>>;
  let copy: Record<string, unknown> | undefined;
  for (const key in fields) {
    const value = fields[key];
    if (typeof value !== 'object' || value === null) continue;
    const moved = shifted(value, from, by);
    if (moved !== value) {
      copy ??= { ...fields };
      copy[key] = moved;
    }
  }
  return copy ?? record;
}
