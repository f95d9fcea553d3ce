/** A square part of a picture, in pixels. */
interface Square {
  readonly x: number;
  readonly y: number;
  readonly side: number;
}

/** The largest square in the middle of a picture of this width and height; not a pixel more on one side than needed. */
export function centredSquare(width: number, height: number): Square {
  const side = Math.min(width, height);
  return { x: Math.floor((width - side) / 2), y: Math.floor((height - side) / 2), side };
}

/**
 * The sides of the squares that a picture goes through while it is halved until it is at most so large. Halving it step
 * by step takes every pixel into account; drawn small at once, a browser may skip most of them.
 *
 * @param side of the picture, in pixels
 * @param largest the side at which halving ends
 * @returns each at least half of the one before; at least one, the last at most `largest` or the side itself
 */
export function halvings(side: number, largest: number): number[] {
  if (side <= largest) {
    return [side];
  }
  const half = Math.ceil(side / 2);
  return half <= largest ? [half] : [half, ...halvings(half, largest)];
}
