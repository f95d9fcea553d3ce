/** A WebP without what its EXIF data says of its orientation, and what that was. */
interface UprightFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** 1 to 8, as EXIF counts them; 1 is upright. */
  readonly orientation: number;
}

/** Where the flags of the first chunk lie, and the one that speaks of EXIF data (RFC 9649, section 2.7). */
const FLAGS = 20;
const HAS_EXIF = 0x08;
/** Tag of the orientation, and the type of its value, in an image file directory (CIPA DC-008, table 4). */
const ORIENTATION = 0x0112;
const SHORT = 3;

/**
 * Takes the orientation out of a WebP. Some browsers apply it and others do not, so none is to see it; it is applied to
 * what they have decoded.
 *
 * @param bytes of a WebP, which are changed
 */
export function takeOrientation(bytes: Uint8Array<ArrayBuffer>): UprightFile {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (text(bytes, 12) !== 'VP8X') {
    return { bytes, orientation: 1 };
  }
  let at = 12;
  while (at + 8 <= bytes.length) {
    const length = view.getUint32(at + 4, true);
    if (text(bytes, at) === 'EXIF') {
      const orientation = orientationIn(bytes.subarray(at + 8, at + 8 + length));
      // A chunk of an unknown name is passed over.
      bytes.set(new TextEncoder().encode('exif'), at);
      view.setUint8(FLAGS, view.getUint8(FLAGS) & ~HAS_EXIF);
      return { bytes, orientation };
    }
    at += 8 + length + (length % 2);
  }
  return { bytes, orientation: 1 };
}

function text(bytes: Uint8Array, offset: number): string {
  return String.fromCharCode(...bytes.subarray(offset, offset + 4));
}

/** Looks through the first directory of EXIF data, which is a TIFF file. */
function orientationIn(exif: Uint8Array): number {
  const tiff = text(exif, 0) === 'Exif' ? exif.subarray(6) : exif;
  if (tiff.length < 8) {
    return 1;
  }
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength);
  const isLittle = text(tiff, 0).startsWith('II');
  const directory = view.getUint32(4, isLittle);
  if (directory + 2 > tiff.length) {
    return 1;
  }
  const count = view.getUint16(directory, isLittle);
  for (let entry = 0; entry < count; entry++) {
    const at = directory + 2 + 12 * entry;
    if (at + 12 > tiff.length) {
      break;
    }
    if (view.getUint16(at, isLittle) === ORIENTATION && view.getUint16(at + 2, isLittle) === SHORT) {
      const value = view.getUint16(at + 8, isLittle);
      return value >= 1 && value <= 8 ? value : 1;
    }
  }
  return 1;
}
