import type { Pictures } from '../../src/shared/wire/run';

/**
 * Paints one picture of a batch onto a canvas, pixel for pixel. The canvas takes the picture's size; how large it
 * appears is the style sheet's business.
 *
 * @param pictures absent: the canvas is cleared
 * @param index which picture of the batch; out of range clears the canvas
 */
export function drawPicture(canvas: HTMLCanvasElement, pictures: Pictures | undefined, index: number): void {
  const { size, rgba } = pictures ?? NO_PICTURE;
  const length = size * size * 4;
  drawBytes(canvas, size, size, rgba.subarray(index * length, (index + 1) * length));
}

const NO_PICTURE: Pictures = { count: 0, size: 1, rgba: new Uint8ClampedArray() };

/** Columns and rows of the most square grid that holds so many values. */
export function gridOf(count: number): { readonly columns: number; readonly rows: number } {
  const columns = Math.max(1, Math.ceil(Math.sqrt(count)));
  return { columns, rows: Math.max(1, Math.ceil(count / columns)) };
}

/** Paints a vector as a grid of grey squares, one for each value, from 0 (black) to 1 (white). */
export function drawVector(canvas: HTMLCanvasElement, values: readonly number[]): void {
  const { columns, rows } = gridOf(values.length);
  const rgba = new Uint8ClampedArray(columns * rows * 4);
  values.forEach((value, index) => rgba.set([255 * value, 255 * value, 255 * value, 255], 4 * index));
  drawBytes(canvas, columns, rows, rgba);
}

function drawBytes(canvas: HTMLCanvasElement, width: number, height: number, rgba: Uint8ClampedArray): void {
  // Setting a size clears the canvas and makes a new buffer, even when the size stays the same.
  if (canvas.width !== width || canvas.height !== height) {
    canvas.width = width;
    canvas.height = height;
  }
  // Kept in main memory: a handful of pixels gains nothing from the graphics processor, and where that one is emulated
  // every canvas that lives there makes the page wait for it.
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) {
    return;
  }
  const image = context.createImageData(width, height);
  image.data.set(rgba);
  context.putImageData(image, 0, 0);
}
