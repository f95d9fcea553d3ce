import * as l10n from '@vscode/l10n';
import { crc32 } from '../crc32';
import { failure, success, type Result } from '../result';

/**
 * The file, all numbers little-endian:
 *
 *     8 bytes  MAGIC
 *     4 bytes  version
 *     4 bytes  length of the header in bytes, a multiple of 4
 *     4 bytes  number of 32-bit floats
 *     4 bytes  number of picture bytes
 *              header: JSON in UTF-8, filled up with spaces
 *              floats: all tensors in turn
 *              pictures: RGBA, in the order of the header
 *     4 bytes  CRC-32 of everything before
 *
 * As in PNG, the first byte and the line ends of the magic tell a file that was transferred as text.
 */
const MAGIC = Uint8Array.of(0x89, 0x47, 0x41, 0x4e, 0x0d, 0x0a, 0x1a, 0x0a);
/** Raised whenever an older program could not read what is written. 2: pictures may have hints. */
export const CHECKPOINT_VERSION = 2;
const PREAMBLE = MAGIC.length + 4 * 4;
const CHECKSUM = 4;

/** What a checkpoint file holds. Its tensors and pictures are told apart by the header. */
interface CheckpointParts {
  /** JSON in UTF-8. */
  readonly header: Uint8Array;
  readonly floats: readonly Float32Array[];
  /** RGBA. */
  readonly pictures: readonly (Uint8Array | Uint8ClampedArray)[];
}

/** What was read of a checkpoint file, with all tensors and all pictures in one piece. */
export interface ReadParts {
  /** JSON in UTF-8, maybe with spaces at its end; what it has to be is for the reader to check. */
  readonly header: Uint8Array;
  readonly floats: Float32Array;
  readonly pictures: Uint8Array;
}

/** @returns the bytes of a checkpoint file, in a buffer of their own that may be transferred */
export function packCheckpoint({ header, floats, pictures }: CheckpointParts): Uint8Array<ArrayBuffer> {
  // Floats must start at a multiple of four bytes.
  const headerLength = Math.ceil(header.length / 4) * 4;
  const floatCount = floats.reduce((sum, { length }) => sum + length, 0);
  const pictureBytes = pictures.reduce((sum, { length }) => sum + length, 0);

  const floatsAt = PREAMBLE + headerLength;
  const picturesAt = floatsAt + floatCount * Float32Array.BYTES_PER_ELEMENT;
  const bytes = new Uint8Array(picturesAt + pictureBytes + CHECKSUM);
  const view = new DataView(bytes.buffer);
  bytes.set(MAGIC);
  for (const [index, value] of [CHECKPOINT_VERSION, headerLength, floatCount, pictureBytes].entries()) {
    view.setUint32(MAGIC.length + 4 * index, value, true);
  }
  bytes.fill(' '.charCodeAt(0), PREAMBLE, floatsAt);
  bytes.set(header, PREAMBLE);
  const allFloats = new Float32Array(bytes.buffer, floatsAt, floatCount);
  let offset = 0;
  for (const tensor of floats) {
    allFloats.set(tensor, offset);
    offset += tensor.length;
  }
  offset = picturesAt;
  for (const part of pictures) {
    bytes.set(part, offset);
    offset += part.length;
  }
  view.setUint32(offset, crc32(bytes.subarray(0, offset)), true);
  return bytes;
}

function unreadable(reason: string): Result<never> {
  return failure(reason, l10n.t('Start a new run.'));
}

/** That the parts of a file do not fit each other. */
export function damagedCheckpoint(): Result<never> {
  return unreadable(l10n.t('The saved run could not be opened: the file is damaged.'));
}

function cutOff(): Result<never> {
  return unreadable(l10n.t('The saved run could not be opened: the file is cut off.'));
}

/** Takes a checkpoint file apart; fails with the reason when it is not one, is cut off, damaged or too new. */
export function unpackCheckpoint(bytes: Uint8Array): Result<ReadParts> {
  if (!MAGIC.every((byte, index) => bytes[index] === byte)) {
    return unreadable(l10n.t('The saved run could not be opened: this is not a checkpoint of GAN Lessons.'));
  }
  if (bytes.length < PREAMBLE + CHECKSUM) {
    return cutOff();
  }
  // An own copy starts at a multiple of four bytes wherever the bytes came from.
  const copy = Uint8Array.from(bytes);
  const view = new DataView(copy.buffer);
  const version = view.getUint32(MAGIC.length, true);
  if (version > CHECKPOINT_VERSION) {
    return unreadable(
      l10n.t(
        'The saved run could not be opened: its format has version {0}, and this program reads versions up to {1}.',
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
    return cutOff();
  }
  if (crc32(copy.subarray(0, end)) !== view.getUint32(end, true) || headerLength % 4 !== 0) {
    return damagedCheckpoint();
  }
  return success({
    header: copy.subarray(PREAMBLE, floatsAt),
    floats: new Float32Array(copy.buffer, floatsAt, floatCount),
    pictures: copy.subarray(picturesAt, end),
  });
}
