/**
 * Facts whose ranges are moved. What holds no range that moves is taken over as it is.
 *
 * @param from The first offset that moves.
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
    return end < from ? list : [start < from ? start : start + by, end + by];
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
