/**
 * A canvas as a PNG file.
 *
 * @throws when the browser cannot make one, as of a canvas without pixels
 */
export async function pngFile(canvas: HTMLCanvasElement): Promise<Uint8Array<ArrayBuffer>> {
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (blob === null) {
    throw new Error('The canvas has no pixels.');
  }
  return new Uint8Array(await blob.arrayBuffer());
}
