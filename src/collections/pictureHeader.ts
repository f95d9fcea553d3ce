/** The kinds of file that every browser decodes. */
type PictureFormat = 'PNG' | 'JPEG' | 'WebP';

/** What the first bytes of a picture say of it. */
interface PictureHeader {
  readonly format: PictureFormat;
  /** In pixels. Absent where the file says it in a way that is not read here, or is damaged. */
  readonly size?: { readonly width: number; readonly height: number };
  /** Whether the file ends before the picture does, as far as its format says where that is. */
  readonly isCutOff?: boolean;
}

const PNG_SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/**
 * Looks what kind of picture a file is by its content, whatever its name says, and how large the picture is, so that a
 * small file with a huge picture in it is never decoded.
 *
 * @returns `undefined` for anything but the three formats
 */
export function pictureHeader(bytes: Uint8Array): PictureHeader | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (PNG_SIGNATURE.every((byte, i) => bytes[i] === byte)) {
    return withSize('PNG', pngSize(view), !hasPngEnd(bytes, view));
  }
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) {
    return withSize('JPEG', jpegSize(view));
  }
  if (text(bytes, 0) === 'RIFF' && text(bytes, 8) === 'WEBP') {
    return withSize('WebP', webpSize(bytes, view), isRiffCutOff(view));
  }
  return undefined;
}

type Size = NonNullable<PictureHeader['size']>;

function withSize(format: PictureFormat, size: Size | undefined, isCutOff = false): PictureHeader {
  return {
    format,
    ...(size && size.width > 0 && size.height > 0 && { size }),
    ...(isCutOff && { isCutOff }),
  };
}

/** The four characters at this place. */
function text(bytes: Uint8Array, offset: number): string {
  return String.fromCharCode(...bytes.subarray(offset, offset + 4));
}

/** The IHDR chunk comes first and begins with width and height (W3C PNG, 11.2.1). */
function pngSize(view: DataView): Size | undefined {
  return view.byteLength < 24 ? undefined : { width: view.getUint32(16), height: view.getUint32(20) };
}

/** Goes from chunk to chunk up to the one that ends a PNG (W3C PNG, 11.2.4). */
function hasPngEnd(bytes: Uint8Array, view: DataView): boolean {
  let at = PNG_SIGNATURE.length;
  while (at + 8 <= view.byteLength) {
    if (text(bytes, at + 4) === 'IEND') {
      return true;
    }
    // Length, type and checksum have four bytes each.
    at += 12 + view.getUint32(at);
  }
  return false;
}

/** Markers that no length follows: TEM, the restarts, and the beginning of an image (ITU-T T.81, table B.1). */
function isAlone(marker: number): boolean {
  return marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8);
}

/** Markers of frame headers: SOF0 to SOF15 without DHT, JPG and DAC (ITU-T T.81, table B.1). */
function isFrameHeader(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

/** Goes from segment to segment up to the frame header (ITU-T T.81, B.2.2). */
function jpegSize(view: DataView): Size | undefined {
  let at = 2;
  while (at + 9 <= view.byteLength && view.getUint8(at) === 0xff) {
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) {
      // A fill byte.
      at += 1;
    } else if (isAlone(marker)) {
      at += 2;
    } else if (isFrameHeader(marker)) {
      return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    } else {
      at += 2 + view.getUint16(at + 2);
    }
  }
  return undefined;
}

/** A RIFF file says how many bytes follow its first eight (RFC 9649, section 2.4). */
function isRiffCutOff(view: DataView): boolean {
  return view.byteLength < 8 + view.getUint32(4, true);
}

/** The first chunk is the picture, without loss or with, or says what else there is (RFC 9649, section 2). */
function webpSize(bytes: Uint8Array, view: DataView): Size | undefined {
  if (bytes.length < 30) {
    return undefined;
  }
  switch (text(bytes, 12)) {
    case 'VP8 ':
      return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
    case 'VP8L': {
      const bits = view.getUint32(21, true);
      return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
    }
    case 'VP8X':
      return {
        width: (view.getUint32(24, true) & 0xffffff) + 1,
        height: (view.getUint32(26, true) >>> 8) + 1,
      };
    default:
      return undefined;
  }
}
