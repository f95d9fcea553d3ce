/** Height, width and channels of feature maps, or of a picture. */
export type MapShape = readonly [height: number, width: number, channels: number];

/**
 * The feature maps of a convolutional network, from the one next to the picture to the smallest: sides halve from one to
 * the next, and channels double, beginning with `width` (Radford et al. 2016, figure 1).
 *
 * @param depth how many there are, at most {@link mostHalvings} of the picture's side
 */
export function featureMaps([height, width]: MapShape, channels: number, depth: number): MapShape[] {
  return Array.from({ length: depth }, (_, index): MapShape => {
    const shrunk = 2 ** (index + 1);
    return [height / shrunk, width / shrunk, channels * 2 ** index];
  });
}

/** How often a side of so many pixels can be halved and still is a whole number of pixels. */
export function mostHalvings(side: number): number {
  return side % 2 === 0 ? 1 + mostHalvings(side / 2) : 0;
}
