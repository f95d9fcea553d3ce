const RGBA = 4;

/**
 * Turns and mirrors a square picture as its orientation in EXIF says (CIPA DC-008, 4.6.5.1).
 *
 * @param rgba side x side pixels of four bytes, row by row
 * @param orientation 1 to 8; 1 leaves it as it is
 */
export function turned(rgba: Uint8ClampedArray, side: number, orientation: number): Uint8ClampedArray {
  if (orientation === 1) {
    return rgba;
  }
  const upright = new Uint8ClampedArray(rgba.length);
  const last = side - 1;
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      const [column, row] = source(x, y, last, orientation);
      const from = (row * side + column) * RGBA;
      upright.set(rgba.subarray(from, from + RGBA), (y * side + x) * RGBA);
    }
  }
  return upright;
}

/** Where a pixel of the upright picture lies in the stored one. */
function source(x: number, y: number, last: number, orientation: number): readonly [number, number] {
  switch (orientation) {
    case 2:
      return [last - x, y];
    case 3:
      return [last - x, last - y];
    case 4:
      return [x, last - y];
    case 5:
      return [y, x];
    case 6:
      return [y, last - x];
    case 7:
      return [last - y, last - x];
    case 8:
      return [last - y, x];
    default:
      return [x, y];
  }
}
