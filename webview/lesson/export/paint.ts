import type { Pictures } from '../../../src/shared/wire/run';
import { drawPicture } from '../../ui/pixels';

/** A canvas that is on no page, with its context. */
export interface Sheet {
  readonly canvas: HTMLCanvasElement;
  readonly context: CanvasRenderingContext2D;
}

/** Colours and letters of the theme. */
export interface SheetStyle {
  readonly ground: string;
  readonly ink: string;
  readonly forged: string;
  readonly fontFamily: string;
}

/**
 * An empty sheet in the theme's colours.
 *
 * @throws when the browser has no memory for it
 */
export function createSheet(width: number, height: number, { ground }: SheetStyle): Sheet {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) {
    throw new Error('A canvas has no context.');
  }
  context.fillStyle = ground;
  context.fillRect(0, 0, width, height);
  return { canvas, context };
}

/** Writes a line of text on its middle line, from x on. */
export function write(
  { context }: Sheet,
  { ink, fontFamily }: SheetStyle,
  text: string,
  x: number,
  y: number,
  size: number,
): void {
  context.font = `${size}px ${fontFamily}`;
  context.textBaseline = 'middle';
  context.fillStyle = ink;
  context.fillText(text, x, y);
}

/** Paints one picture of a batch into a square, each of its pixels a square of its own. */
export function paintPicture(
  context: CanvasRenderingContext2D,
  pictures: Pictures,
  index: number,
  x: number,
  y: number,
  side: number,
): void {
  const tile = document.createElement('canvas');
  drawPicture(tile, pictures, index);
  context.imageSmoothingEnabled = false;
  context.drawImage(tile, x, y, side, side);
}

/** The file of a sheet, or `undefined` when the browser cannot make it. */
export async function pngOf(canvas: HTMLCanvasElement): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  return blob === null ? undefined : new Uint8Array(await blob.arrayBuffer());
}
