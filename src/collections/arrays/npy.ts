/** How the numbers of an array are written. */
interface NumberFormat {
  /** Bytes of one number. */
  readonly size: number;
  /** Whether they are whole bytes from 0 to 255, as pixels usually are. */
  readonly isByte: boolean;
  readonly read: (view: DataView, offset: number) => number;
}

/** What the beginning of an array's file says. */
export interface ArrayHeader {
  readonly shape: readonly number[];
  /** Bytes before the first number. */
  readonly start: number;
  readonly numbers: NumberFormat;
  /** Whether the first index changes fastest, not the last. */
  readonly isFortran: boolean;
}

/** An array of a `.npy` file. */
export interface NumberArray {
  readonly shape: readonly number[];
  /** All numbers in C order: the last index changes fastest. */
  readonly at: (index: number) => number;
}

const MAGIC = '\x93NUMPY';
/** Bytes of the signature and the version. */
const PREFIX = 8;
/** No header is longer than this, in bytes: NumPy writes 128, and more only of records of many fields. */
export const LONGEST_HEADER = 65_536;

type Read = (view: DataView, offset: number, littleEndian: boolean) => number;

/** Kinds of number by NumPy's names: bytes of one, and how it is read. */
const KINDS: ReadonlyMap<string, readonly [bytes: number, read: Read]> = new Map([
  ['f2', [2, (view, at, little) => halfPrecision(view.getUint16(at, little))]],
  ['f4', [4, (view, at, little) => view.getFloat32(at, little)]],
  ['f8', [8, (view, at, little) => view.getFloat64(at, little)]],
  ['i1', [1, (view, at) => view.getInt8(at)]],
  ['i2', [2, (view, at, little) => view.getInt16(at, little)]],
  ['i4', [4, (view, at, little) => view.getInt32(at, little)]],
  ['i8', [8, (view, at, little) => Number(view.getBigInt64(at, little))]],
  ['u1', [1, (view, at) => view.getUint8(at)]],
  ['u2', [2, (view, at, little) => view.getUint16(at, little)]],
  ['u4', [4, (view, at, little) => view.getUint32(at, little)]],
  ['u8', [8, (view, at, little) => Number(view.getBigUint64(at, little))]],
  ['b1', [1, (view, at) => view.getUint8(at)]],
]);

/** The number that 16 bits stand for (IEEE 754, binary16). */
function halfPrecision(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 0x1f;
  const fraction = bits & 0x3ff;
  if (exponent === 0x1f) {
    return fraction === 0 ? sign * Infinity : NaN;
  }
  return sign * (exponent === 0 ? fraction * 2 ** -24 : (1024 + fraction) * 2 ** (exponent - 25));
}

/** @param kind of number by its name in NumPy, such as `f4` */
export function formatOf(kind: string, littleEndian: boolean): NumberFormat | undefined {
  const known = KINDS.get(kind);
  if (known === undefined) {
    return undefined;
  }
  const [size, read] = known;
  return { size, isByte: kind === 'u1', read: (view, offset) => read(view, offset, littleEndian) };
}

/** Whether bytes begin as a `.npy` file does. */
export function isNpy(bytes: Uint8Array): boolean {
  return String.fromCharCode(...bytes.subarray(0, MAGIC.length)) === MAGIC;
}

/**
 * Reads the header of a `.npy` file (NumPy Enhancement Proposal 1, versions 1 to 3) of real numbers.
 *
 * @param bytes the beginning of the file
 * @returns `undefined` when it is damaged, or speaks of anything but numbers
 */
export function readNpyHeader(bytes: Uint8Array): ArrayHeader | undefined {
  if (!isNpy(bytes) || bytes.length < PREFIX + 4) {
    return undefined;
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const isFirst = view.getUint8(MAGIC.length) === 1;
  const begin = PREFIX + (isFirst ? 2 : 4);
  const start = begin + (isFirst ? view.getUint16(PREFIX, true) : view.getUint32(PREFIX, true));
  if (start > LONGEST_HEADER) {
    return undefined;
  }
  const header = new TextDecoder().decode(bytes.subarray(begin, start));
  const [, order, kind = ''] = /'descr': *'([<>|=])([a-z]\d)'/.exec(header) ?? [];
  const [, isFortran] = /'fortran_order': *(True|False)/.exec(header) ?? [];
  const [, extents] = /'shape': *\(([\d, ]*)\)/.exec(header) ?? [];
  const numbers = formatOf(kind, order !== '>');
  if (numbers === undefined || extents === undefined || isFortran === undefined) {
    return undefined;
  }
  const shape = extents.split(',').flatMap((extent) => (extent.trim() === '' ? [] : [Number(extent)]));
  return { shape, start, numbers, isFortran: isFortran === 'True' };
}

/**
 * Reads a whole `.npy` file of real numbers.
 *
 * @returns `undefined` when it is damaged, or holds anything but numbers
 */
export function readNpy(bytes: Uint8Array): NumberArray | undefined {
  const header = readNpyHeader(bytes);
  if (header === undefined) {
    return undefined;
  }
  const { shape, start, numbers, isFortran } = header;
  if (!(start + countOf(shape) * numbers.size <= bytes.length)) {
    return undefined;
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const number = (index: number): number => numbers.read(view, start + index * numbers.size);
  return { shape, at: isFortran ? (index) => number(inFortran(index, shape)) : number };
}

/** How many numbers an array of this shape has. */
export function countOf(shape: readonly number[]): number {
  return shape.reduce((product, extent) => product * extent, 1);
}

/** Where a number of an array in Fortran order lies: there the first index changes fastest. */
function inFortran(index: number, shape: readonly number[]): number {
  let rest = index;
  let place = 0;
  for (let axis = shape.length - 1; axis >= 0; axis--) {
    const extent = shape[axis] ?? 1;
    const stride = countOf(shape.slice(0, axis));
    place += (rest % extent) * stride;
    rest = Math.floor(rest / extent);
  }
  return place;
}
