import { Pace, type Reading } from '../pace';

/** The encodings of text that are recognized, by their labels in the WHATWG Encoding Standard. */
export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'windows-1252';

/** Text, and how its bytes were read. */
interface DecodedText {
  readonly text: string;
  readonly encoding: TextEncoding;
}

/** So much of a file is looked at to tell encodings apart that have no mark, in bytes. */
const SAMPLE_BYTES = 1024 * 1024;
/** A file is decoded in pieces of this size, in bytes. */
const PIECE_BYTES = 1024 * 1024;
/** In UTF-16, every second byte of digits and separators is 0; in other encodings no byte of a text is. */
const ZERO_SHARE = 0.2;
/** Of Chinese text, nearly all pairs of high bytes are characters of GB 2312; of accented letters hardly any are. */
const CHINESE_SHARE = 0.6;

/**
 * Decodes a text file: by its byte order mark, as UTF-16 if every second byte is 0, as UTF-8 if it is valid; otherwise
 * as GB 18030 (which includes GBK) or Windows-1252, whichever its bytes look like.
 *
 * @throws ReadingCancelled
 */
export async function decodeText(bytes: Uint8Array, reading: Reading): Promise<DecodedText> {
  const pace = new Pace(reading);
  const unmistakable = markedEncoding(bytes) ?? utf16Without(bytes.subarray(0, SAMPLE_BYTES));
  if (unmistakable) {
    return { text: await decodeIn(unmistakable, bytes, pace), encoding: unmistakable };
  }
  try {
    return { text: await decodeIn('utf-8', bytes, pace, true), encoding: 'utf-8' };
  } catch (error) {
    if (!(error instanceof TypeError)) {
      throw error;
    }
  }
  const encoding = looksChinese(bytes.subarray(0, SAMPLE_BYTES)) ? 'gb18030' : 'windows-1252';
  return { text: await decodeIn(encoding, bytes, pace), encoding };
}

/** The encoding that a byte order mark names. */
function markedEncoding([first, second, third]: Uint8Array): TextEncoding | undefined {
  if (first === 0xff && second === 0xfe) {
    return 'utf-16le';
  }
  if (first === 0xfe && second === 0xff) {
    return 'utf-16be';
  }
  return first === 0xef && second === 0xbb && third === 0xbf ? 'utf-8' : undefined;
}

/** UTF-16 without a mark, told by where the zeros are. */
function utf16Without(bytes: Uint8Array): TextEncoding | undefined {
  const zeros: [number, number] = [0, 0];
  for (const [index, byte] of bytes.entries()) {
    if (byte === 0) {
      zeros[index % 2 === 0 ? 0 : 1] += 1;
    }
  }
  const [even, odd] = zeros;
  if (even + odd < ZERO_SHARE * bytes.length) {
    return undefined;
  }
  return odd > even ? 'utf-16le' : 'utf-16be';
}

/**
 * Whether bytes above 0x7F come as pairs of GB 2312, of its signs (A1 to A9) or its common Han characters (B0 to D7). The
 * rarer ones begin with bytes that are accented small letters in Windows-1252.
 */
function looksChinese(bytes: Uint8Array): boolean {
  let high = 0;
  let paired = 0;
  for (let at = 0; at < bytes.length; at++) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x80) {
      continue;
    }
    high += 1;
    const trail = bytes[at + 1] ?? 0;
    const isLead = (lead >= 0xa1 && lead <= 0xa9) || (lead >= 0xb0 && lead <= 0xd7);
    if (isLead && trail >= 0xa1 && trail <= 0xfe) {
      paired += 2;
      high += 1;
      at += 1;
    }
  }
  return paired > CHINESE_SHARE * high;
}

/** @throws TypeError when `fatal` is set and the bytes are not valid */
async function decodeIn(
  encoding: TextEncoding,
  bytes: Uint8Array,
  pace: Pace,
  fatal = false,
): Promise<string> {
  const decoder = new TextDecoder(encoding, { fatal });
  const pieces: string[] = [];
  for (let start = 0; start < bytes.length; start += PIECE_BYTES) {
    pieces.push(decoder.decode(bytes.subarray(start, start + PIECE_BYTES), { stream: true }));
    if (pace.isLong) {
      await pace.rest();
    }
  }
  pieces.push(decoder.decode());
  return pieces.join('');
}
