/** Red, green and blue from 0 to 255. */
export type Rgb = readonly [red: number, green: number, blue: number];

/** A square picture, row by row, four bytes a pixel. */
export type Rgba = Uint8ClampedArray<ArrayBuffer>;

export interface Pixel {
  readonly x: number;
  readonly y: number;
}

const STRIDE = 4;
const OPAQUE = 255;

/** A canvas of one colour. */
export function blankCanvas(size: number, colour: Rgb): Rgba {
  const rgba = new Uint8ClampedArray(size * size * STRIDE);
  for (let offset = 0; offset < rgba.length; offset += STRIDE) {
    rgba.set([...colour, OPAQUE], offset);
  }
  return rgba;
}

export function colourAt(rgba: Rgba, size: number, { x, y }: Pixel): Rgb {
  const offset = (y * size + x) * STRIDE;
  return [rgba[offset] ?? 0, rgba[offset + 1] ?? 0, rgba[offset + 2] ?? 0];
}

function isSameColour(a: Rgb, b: Rgb): boolean {
  return a.every((channel, index) => channel === b[index]);
}

/** The pixels of a straight line, both ends included (Bresenham 1965). */
export function lineOf(from: Pixel, to: Pixel): Pixel[] {
  const [dx, dy] = [Math.abs(to.x - from.x), -Math.abs(to.y - from.y)];
  const [stepX, stepY] = [Math.sign(to.x - from.x), Math.sign(to.y - from.y)];
  const line: Pixel[] = [from];
  let { x, y } = from;
  let error = dx + dy;
  while (x !== to.x || y !== to.y) {
    const twice = 2 * error;
    if (twice >= dy) {
      error += dy;
      x += stepX;
    }
    if (twice <= dx) {
      error += dx;
      y += stepY;
    }
    line.push({ x, y });
  }
  return line;
}

/** The pixels of one colour that hang together with this one, edge to edge. */
export function areaOf(rgba: Rgba, size: number, from: Pixel): Pixel[] {
  const colour = colourAt(rgba, size, from);
  const seen = new Set<number>();
  const area: Pixel[] = [];
  const open = [from];
  for (let pixel = open.pop(); pixel !== undefined; pixel = open.pop()) {
    const { x, y } = pixel;
    const index = y * size + x;
    const outside = x < 0 || y < 0 || x >= size || y >= size;
    if (outside || seen.has(index) || !isSameColour(colourAt(rgba, size, pixel), colour)) {
      continue;
    }
    seen.add(index);
    area.push(pixel);
    open.push({ x: x + 1, y }, { x: x - 1, y }, { x, y: y + 1 }, { x, y: y - 1 });
  }
  return area;
}

/** The picture with some pixels painted; the same when that changes nothing. */
export function painted(rgba: Rgba, size: number, pixels: readonly Pixel[], colour: Rgb): Rgba {
  if (pixels.every((pixel) => isSameColour(colourAt(rgba, size, pixel), colour))) {
    return rgba;
  }
  const after = rgba.slice();
  for (const { x, y } of pixels) {
    after.set(colour, (y * size + x) * STRIDE);
  }
  return after;
}

/** The pixels and their images on the other side of the middle. */
export function mirrored(pixels: readonly Pixel[], size: number): Pixel[] {
  return [...pixels, ...pixels.map(({ x, y }) => ({ x: size - 1 - x, y }))];
}
