/** x^32 + x^26 + x^23 + ... + 1 with its bits reversed (ISO 3309, ITU-T V.42). */
const POLYNOMIAL = 0xedb88320;

/** The checksum of each single byte. */
const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) {
    value = value & 1 ? (value >>> 1) ^ POLYNOMIAL : value >>> 1;
  }
  return value;
});

/**
 * The CRC-32 of gzip and PNG (RFC 1952, section 8; W3C PNG, annex D).
 *
 * @returns an unsigned 32-bit integer
 */
export function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc = (crc >>> 8) ^ (TABLE[(crc ^ byte) & 0xff] ?? 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}
