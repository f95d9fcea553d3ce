import * as l10n from '@vscode/l10n';
import { failure, success, type Result } from '../../../src/shared/result';
import { TENSOR_GROUPS } from '../training/gan';
import {
  checkpointOf,
  headerOf,
  parseHeader,
  pictureBytesOf,
  PictureWriter,
  type Checkpoint,
} from './contents';
import { crc32 } from '../../../src/shared/crc32';

export type { Change, Checkpoint } from './contents';

/**
 * The file, all numbers little-endian:
 *
 *     8 bytes  MAGIC
 *     4 bytes  version
 *     4 bytes  length of the header in bytes, a multiple of 4
 *     4 bytes  number of 32-bit floats
 *     4 bytes  number of picture bytes
 *              header: JSON in UTF-8, filled up with spaces
 *              floats: the tensors of TENSOR_GROUPS in turn
 *              pictures: RGBA, in the order of the header
 *     4 bytes  CRC-32 of everything before
 *
 * As in PNG, the first byte and the line ends of the magic tell a file that was transferred as text.
 */
const MAGIC = Uint8Array.of(0x89, 0x47, 0x41, 0x4e, 0x0d, 0x0a, 0x1a, 0x0a);
/** Raised whenever an older program could not read what is written. */
export const CHECKPOINT_VERSION = 1;
const PREAMBLE = MAGIC.length + 4 * 4;
const CHECKSUM = 4;

/** @returns the bytes of a checkpoint file, in a buffer of their own that may be transferred */
export function encodeCheckpoint(checkpoint: Checkpoint): Uint8Array<ArrayBuffer> {
  const pictures = new PictureWriter();
  const json = JSON.stringify(headerOf(checkpoint, pictures));
  const unpadded = new TextEncoder().encode(json);
  // Floats must start at a multiple of four bytes.
  const headerLength = Math.ceil(unpadded.length / 4) * 4;
  const tensors = TENSOR_GROUPS.flatMap((group) => checkpoint.gan.values[group]);
  const floatCount = tensors.reduce((sum, { length }) => sum + length, 0);
  const pictureBytes = pictures.parts.reduce((sum, { length }) => sum + length, 0);

  const floatsAt = PREAMBLE + headerLength;
  const picturesAt = floatsAt + floatCount * Float32Array.BYTES_PER_ELEMENT;
  const bytes = new Uint8Array(picturesAt + pictureBytes + CHECKSUM);
  const view = new DataView(bytes.buffer);
  bytes.set(MAGIC);
  for (const [index, value] of [CHECKPOINT_VERSION, headerLength, floatCount, pictureBytes].entries()) {
    view.setUint32(MAGIC.length + 4 * index, value, true);
  }
  bytes.fill(' '.charCodeAt(0), PREAMBLE, floatsAt);
  bytes.set(unpadded, PREAMBLE);
  const floats = new Float32Array(bytes.buffer, floatsAt, floatCount);
  let offset = 0;
  for (const tensor of tensors) {
    floats.set(tensor, offset);
    offset += tensor.length;
  }
  offset = picturesAt;
  for (const part of pictures.parts) {
    bytes.set(part, offset);
    offset += part.length;
  }
  view.setUint32(offset, crc32(bytes.subarray(0, offset)), true);
  return bytes;
}

function unreadable(reason: string): Result<never> {
  return failure(reason, l10n.t('Start a new run.'));
}

/** Reads a checkpoint file; fails with the reason when it is not one, is cut off, damaged or too new. */
export function decodeCheckpoint(bytes: Uint8Array): Result<Checkpoint> {
  if (!MAGIC.every((byte, index) => bytes[index] === byte)) {
    return unreadable(l10n.t('The saved run could not be opened: this is not a checkpoint of GAN Lessons.'));
  }
  if (bytes.length < PREAMBLE + CHECKSUM) {
    return unreadable(l10n.t('The saved run could not be opened: the file is cut off.'));
  }
  // An own copy starts at a multiple of four bytes wherever the bytes came from.
  const copy = Uint8Array.from(bytes);
  const view = new DataView(copy.buffer);
  const version = view.getUint32(MAGIC.length, true);
  if (version !== CHECKPOINT_VERSION) {
    return unreadable(
      l10n.t(
        'The saved run could not be opened: its format has version {0}, and this program reads version {1}.',
        version,
        CHECKPOINT_VERSION,
      ),
    );
  }
  const headerLength = view.getUint32(MAGIC.length + 4, true);
  const floatCount = view.getUint32(MAGIC.length + 8, true);
  const pictureBytes = view.getUint32(MAGIC.length + 12, true);
  const floatsAt = PREAMBLE + headerLength;
  const picturesAt = floatsAt + floatCount * Float32Array.BYTES_PER_ELEMENT;
  const end = picturesAt + pictureBytes;
  if (copy.length !== end + CHECKSUM) {
    return unreadable(l10n.t('The saved run could not be opened: the file is cut off.'));
  }
  const damaged = unreadable(l10n.t('The saved run could not be opened: the file is damaged.'));
  if (crc32(copy.subarray(0, end)) !== view.getUint32(end, true) || headerLength % 4 !== 0) {
    return damaged;
  }
  const header = parseHeader(copy.subarray(PREAMBLE, floatsAt));
  const lengths = header && TENSOR_GROUPS.flatMap((group) => header.tensors[group]);
  if (
    header === undefined ||
    lengths?.reduce((sum, length) => sum + length, 0) !== floatCount ||
    pictureBytesOf(header) !== pictureBytes
  ) {
    return damaged;
  }
  return success(
    checkpointOf(header, new Float32Array(copy.buffer, floatsAt, floatCount), copy.subarray(picturesAt, end)),
  );
}
