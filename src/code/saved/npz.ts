import { zipSync } from 'fflate';

/** An array for NumPy. */
export interface NumPyArray {
  readonly shape: readonly number[];
  readonly values: Float32Array | Uint8Array;
}

/** A `.npz` file: a `.npy` for each array in a ZIP archive that is not compressed (NumPy Enhancement Proposal 1). */
export function encodeNpz(arrays: Readonly<Record<string, NumPyArray>>): Uint8Array {
  const files = Object.entries(arrays).map(([name, array]) => [`${name}.npy`, encodeNpy(array)]);
  return zipSync(Object.fromEntries(files), { level: 0 });
}

/** The header of a `.npy` and what comes before it fill a multiple of so many bytes. */
const ALIGNMENT = 64;
const PREFIX = 10;

function encodeNpy({ shape, values }: NumPyArray): Uint8Array {
  const kind = values instanceof Float32Array ? '<f4' : '|u1';
  const extents = shape.length === 1 ? `${shape[0]},` : shape.join(', ');
  const text = `{'descr': '${kind}', 'fortran_order': False, 'shape': (${extents}), }`;
  const length = Math.ceil((PREFIX + text.length + 1) / ALIGNMENT) * ALIGNMENT - PREFIX;
  const bytes = new Uint8Array(PREFIX + length + values.byteLength);
  bytes.set([0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, 1, 0, length & 255, length >> 8]);
  bytes.set(new TextEncoder().encode(`${text.padEnd(length - 1)}\n`), PREFIX);
  bytes.set(new Uint8Array(values.buffer, values.byteOffset, values.byteLength), PREFIX + length);
  return bytes;
}
