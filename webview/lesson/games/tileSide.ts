/** Width of a picture on the screen in CSS pixels: the largest whole multiple of its own pixels that has room. */
export function tileSide(pixels: number, room: number): number {
  return Math.max(1, Math.floor(room / pixels)) * pixels;
}
