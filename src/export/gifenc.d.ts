/** The parts of gifenc that are used; it brings no types. */
declare module 'gifenc' {
  /** Red, green and blue from 0 to 255. */
  type Palette = number[][];

  interface GifEncoder {
    /**
     * @param indices of colours in the palette, row by row
     */
    writeFrame(
      indices: Uint8Array,
      width: number,
      height: number,
      options: {
        palette: Palette;
        delay: number;
        repeat?: number;
        /** Whether pixels of the index `transparentIndex` show what was there before. */
        transparent?: boolean;
        transparentIndex?: number;
        /** What becomes of the frame when the next one comes; 1 keeps it. */
        dispose?: number;
      },
    ): void;
    finish(): void;
    bytes(): Uint8Array;
  }

  export function GIFEncoder(): GifEncoder;

  /** @param rgba row by row */
  export function quantize(rgba: Uint8ClampedArray, mostColours: number): Palette;

  export function applyPalette(rgba: Uint8ClampedArray, palette: Palette): Uint8Array;
}
