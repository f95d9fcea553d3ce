import { damagedCheckpoint, packCheckpoint, unpackCheckpoint } from '../../../src/shared/wire/checkpointFile';
import { success, type Result } from '../../../src/shared/result';
import { TENSOR_GROUPS } from '../../../src/shared/domain/networkTensors';
import { parseHeader, pictureBytesOf } from '../../../src/shared/wire/checkpointHeader';
import { checkpointOf, headerOf, PictureWriter, type Checkpoint } from './contents';

export type { Checkpoint } from './contents';

/**
 * @returns the bytes of a checkpoint file, with the tensors of `TENSOR_GROUPS` in turn, in a buffer of their own that may
 *   be transferred
 */
export function encodeCheckpoint(checkpoint: Checkpoint): Uint8Array<ArrayBuffer> {
  const pictures = new PictureWriter();
  const header = new TextEncoder().encode(JSON.stringify(headerOf(checkpoint, pictures)));
  const floats = TENSOR_GROUPS.flatMap((group) => checkpoint.gan.values[group]);
  return packCheckpoint({ header, floats, pictures: pictures.parts });
}

/** Reads a checkpoint file; fails with the reason when it is not one, is cut off, damaged or too new. */
export function decodeCheckpoint(bytes: Uint8Array): Result<Checkpoint> {
  const parts = unpackCheckpoint(bytes);
  if (!parts.ok) {
    return parts;
  }
  const { floats, pictures } = parts.value;
  const header = parseHeader(new TextDecoder().decode(parts.value.header));
  const lengths = header && TENSOR_GROUPS.flatMap((group) => header.tensors[group]);
  if (
    header === undefined ||
    lengths?.reduce((sum, length) => sum + length, 0) !== floats.length ||
    pictureBytesOf(header) !== pictures.length
  ) {
    return damagedCheckpoint();
  }
  return success(checkpointOf(header, floats, pictures));
}
