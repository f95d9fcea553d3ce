/** An array of a `.npy` file. */
export interface NumberArray {
  readonly shape: readonly number[];
  /** All numbers in C order: the last index changes fastest. */
  readonly at: (index: number) => number;
}

const MAGIC = '\x93NUMPY';
/** Bytes of the signature and the version. */
const PREFIX = 8;

type Read = (view: DataView, offset: number, littleEndian: boolean) => number;

/** Kinds of number by NumPy's names: bytes of one, and how it is read. */
const KINDS: ReadonlyMap<string, readonly [bytes: number, read: Read]> = new Map([
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

/** Whether bytes begin as a `.npy` file does. */
export function isNpy(bytes: Uint8Array): boolean {
  return String.fromCharCode(...bytes.subarray(0, MAGIC.length)) === MAGIC;
}

/**
 * Reads a `.npy` file (NumPy Enhancement Proposal 1, versions 1 to 3) of real numbers.
 *
 * @returns `undefined` when it is damaged, or holds anything but numbers
 */
export function readNpy(bytes: Uint8Array): NumberArray | undefined {
  if (!isNpy(bytes) || bytes.length < PREFIX + 4) {
    return undefined;
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const isFirst = view.getUint8(MAGIC.length) === 1;
  const begin = PREFIX + (isFirst ? 2 : 4);
  const start = begin + (isFirst ? view.getUint16(PREFIX, true) : view.getUint32(PREFIX, true));
  const header = new TextDecoder().decode(bytes.subarray(begin, start));
  const [, order, kind = ''] = /'descr': *'([<>|=])([a-z]\d)'/.exec(header) ?? [];
  const [, isFortran] = /'fortran_order': *(True|False)/.exec(header) ?? [];
  const [, extents] = /'shape': *\(([\d, ]*)\)/.exec(header) ?? [];
  const known = KINDS.get(kind);
  if (known === undefined || extents === undefined || isFortran === undefined) {
    return undefined;
  }
  const [size, read] = known;
  const shape = extents.split(',').flatMap((extent) => (extent.trim() === '' ? [] : [Number(extent)]));
  const count = shape.reduce((product, extent) => product * extent, 1);
  if (!(start + count * size <= bytes.length)) {
    return undefined;
  }
  const number = (index: number): number => read(view, start + index * size, order !== '>');
  return { shape, at: isFortran === 'True' ? (index) => number(inFortran(index, shape)) : number };
}

/** Where a number of an array in Fortran order lies: there the first index changes fastest. */
function inFortran(index: number, shape: readonly number[]): number {
  let rest = index;
  let place = 0;
  for (let axis = shape.length - 1; axis >= 0; axis--) {
    const extent = shape[axis] ?? 1;
    const stride = shape.slice(0, axis).reduce((product, other) => product * other, 1);
    place += (rest % extent) * stride;
    rest = Math.floor(rest / extent);
  }
  return place;
}
