/**
 * Plain values (what JSON can hold) as columns: a table of strings, a table of object shapes and one list of integers. Reading
 * one value out of many costs that value alone, which JSON cannot do.
 */

/** What a part of the integers says, in its lowest bits; the rest of the integer is its payload. */
const kind = { nothing: 0, integer: 1, string: 2, list: 3, object: 4, decimal: 5 } as const;
const kindBits = 3;
const kindMask = (1 << kindBits) - 1;
const largest = 2 ** (31 - kindBits) - 1;

const constants = [null, true, false, undefined] as const;
const numbersPerHeader = 4;
const bytesPerInteger = 4;

/** Packs values under keys. */
export function packValues(values: Iterable<readonly [key: string, value: unknown]>): Buffer {
  const strings = new Map<string, number>();
  const shapes = new Map<string, number>();
  const rows = new Map<string, { readonly keys: readonly string[]; readonly shape: number }>();
  const integers: number[] = [];
  const offsets: [string, number][] = [];
  const indexIn = (table: Map<string, number>, text: string): number => {
    const known = table.get(text);
    if (known !== undefined) return known;
    table.set(text, table.size);
    return table.size - 1;
  };
  const shapeOf = (keys: readonly string[]): number => {
    // Told apart by their keys in a row at first: to quote each key of each object costs a third of all packing.
    const row = keys.join(' ');
    const known = rows.get(row);
    if (known?.keys.length === keys.length && keys.every((key, index) => key === known.keys[index])) return known.shape;
    const shape = indexIn(shapes, JSON.stringify(keys));
    rows.set(row, { keys, shape });
    return shape;
  };
  const add = (tag: number, payload: number): void => {
    integers.push(payload * (kindMask + 1) + tag);
  };
  const pack = (value: unknown): void => {
    if (typeof value === 'string') add(kind.string, indexIn(strings, value));
    else if (typeof value === 'number') {
      const isSmall = Number.isInteger(value) && Math.abs(value) <= largest && !Object.is(value, -0);
      if (isSmall) add(kind.integer, value);
      else add(kind.decimal, indexIn(strings, Object.is(value, -0) ? '-0' : String(value)));
    } else if (Array.isArray(value)) {
      add(kind.list, value.length);
      for (const item of value) pack(item);
    } else if (typeof value === 'object' && value !== null) {
      const keys = Object.keys(value);
      add(kind.object, shapeOf(keys));
      // Host boundary: an object that is no list has its own keys.
      for (const key of keys) pack((value as Readonly<Record<string, unknown>>)[key]);
    } else {
      const index = constants.findIndex((constant) => constant === value);
      if (index === -1) throw new TypeError(`A ${typeof value} cannot be packed`);
      add(kind.nothing, index);
    }
  };
  for (const [key, value] of values) {
    offsets.push([key, integers.length]);
    pack(value);
  }
  const texts = [...strings.keys()].map((text) => Buffer.from(text, 'utf8'));
  const ends: number[] = [];
  let end = 0;
  for (const text of texts) ends.push((end += text.length));
  const tables = Buffer.from(JSON.stringify([offsets, [...shapes.keys()].map((shape): unknown => JSON.parse(shape))]));
  const header = [tables.length, ends.length, integers.length, end];
  return Buffer.concat([bytesOf([...header, ...ends]), bytesOf(integers), tables, ...texts]);
}

/** Values that {@link packValues} packed: each is unpacked when it is asked for. */
export class PackedValues {
  readonly #ends: Int32Array;
  readonly #integers: Int32Array;
  readonly #texts: Buffer;
  readonly #offsets: ReadonlyMap<string, number>;
  readonly #shapes: readonly (readonly string[])[];
  readonly #strings = new Map<number, string>();
  #position = 0;

  /** @param bytes as packed; whoever keeps them says that they are whole */
  constructor(bytes: Buffer) {
    const [tables = 0, ends = 0, integers = 0, texts = 0] = integersIn(bytes, 0, numbersPerHeader);
    let start = numbersPerHeader;
    this.#ends = integersIn(bytes, start, ends);
    start += ends;
    this.#integers = integersIn(bytes, start, integers);
    const byte = (start + integers) * bytesPerInteger;
    // Host boundary: packed above.
    const [offsets, shapes] = JSON.parse(bytes.toString('utf8', byte, byte + tables)) as [
      [string, number][],
      string[][],
    ];
    this.#offsets = new Map(offsets);
    this.#shapes = shapes;
    this.#texts = bytes.subarray(byte + tables, byte + tables + texts);
  }

  /** Whether there is a value for a key. */
  has(key: string): boolean {
    return this.#offsets.has(key);
  }

  /** A copy of the value of a key, `undefined` if there is none. */
  get(key: string): unknown {
    const offset = this.#offsets.get(key);
    if (offset === undefined) return undefined;
    this.#position = offset;
    return this.#next();
  }

  #next(): unknown {
    const integer = this.#integers[this.#position++] ?? 0;
    const payload = integer >> kindBits;
    switch (integer & kindMask) {
      case kind.integer:
        return payload;
      case kind.string:
        return this.#string(payload);
      case kind.decimal:
        return Number(this.#string(payload));
      case kind.list: {
        const list: unknown[] = [];
        for (let count = 0; count < payload; count++) list.push(this.#next());
        return list;
      }
      case kind.object: {
        const object: Record<string, unknown> = {};
        for (const key of this.#shapes[payload] ?? []) {
          const value = this.#next();
          // A name in code may be any name: as a key, this one would set the prototype.
          if (key === '__proto__')
            Object.defineProperty(object, key, { value, enumerable: true, writable: true, configurable: true });
          else object[key] = value;
        }
        return object;
      }
      default:
        return constants[payload];
    }
  }

  #string(index: number): string {
    let text = this.#strings.get(index);
    if (text === undefined) {
      text = this.#texts.toString('utf8', index === 0 ? 0 : this.#ends[index - 1], this.#ends[index]);
      this.#strings.set(index, text);
    }
    return text;
  }
}

function bytesOf(integers: readonly number[]): Buffer {
  return Buffer.from(Int32Array.from(integers).buffer);
}

function integersIn(bytes: Buffer, start: number, count: number): Int32Array {
  const from = start * bytesPerInteger;
  // Copied: a buffer of Node's may start anywhere, and the integers have to be aligned.
  const copy = new Uint8Array(bytes.subarray(from, from + count * bytesPerInteger));
  return new Int32Array(copy.buffer, 0, Math.floor(copy.length / bytesPerInteger));
}
