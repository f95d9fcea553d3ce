/** A `.npy` file, version 1. */
export function npy(
  descr: string,
  shape: string,
  numbers: ArrayBufferView<ArrayBuffer>,
  fortran = 'False',
): Uint8Array<ArrayBuffer> {
  const header = `{'descr': '${descr}', 'fortran_order': ${fortran}, 'shape': (${shape}), }\n`;
  const data = new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);
  const bytes = new Uint8Array(10 + header.length + data.length);
  bytes.set([0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, 1, 0, header.length & 255, header.length >> 8]);
  bytes.set(new TextEncoder().encode(header), 10);
  bytes.set(data, 10 + header.length);
  return bytes;
}

/** An idx file of bytes, as MNIST's. */
export function idx(shape: readonly number[], bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const start = 4 + 4 * shape.length;
  const file = new Uint8Array(start + bytes.length);
  file.set([0, 0, 8, shape.length]);
  const view = new DataView(file.buffer);
  for (const [axis, extent] of shape.entries()) {
    view.setUint32(4 + 4 * axis, extent);
  }
  file.set(bytes, start);
  return file;
}
