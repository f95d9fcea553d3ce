/** A tensor with its name. */
export interface NamedTensor {
  readonly name: string;
  readonly shape: readonly number[];
  readonly values: Float32Array;
}

/** Bytes before the header: its length as a 64-bit integer. */
const PREFIX = 8;

/**
 * A file of tensors of 32-bit floats in the format of safetensors: the length of a header, the header in JSON, which says
 * of each tensor what it is and where it lies, and all numbers in turn, little-endian (github.com/huggingface/safetensors).
 *
 * @param facts what else there is to say, by names
 */
export function encodeSafetensors(
  tensors: readonly NamedTensor[],
  facts: Readonly<Record<string, string>>,
): Uint8Array {
  let offset = 0;
  const entries = tensors.map(({ name, shape, values }) => {
    const begin = offset;
    offset += values.byteLength;
    return [name, { dtype: 'F32', shape, data_offsets: [begin, offset] }];
  });
  const json = JSON.stringify({ __metadata__: { format: 'pt', ...facts }, ...Object.fromEntries(entries) });
  // Filled up with spaces, so that the numbers begin at a multiple of eight bytes.
  const header = new TextEncoder().encode(json.padEnd(Math.ceil(json.length / PREFIX) * PREFIX));
  const bytes = new Uint8Array(PREFIX + header.length + offset);
  const view = new DataView(bytes.buffer);
  view.setBigUint64(0, BigInt(header.length), true);
  bytes.set(header, PREFIX);
  let at = PREFIX + header.length;
  for (const { values } of tensors) {
    bytes.set(new Uint8Array(values.buffer, values.byteOffset, values.byteLength), at);
    at += values.byteLength;
  }
  return bytes;
}
