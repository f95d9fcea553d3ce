/** Red, green and blue from 0 to 1. */
export type Colour = readonly [number, number, number];

/** A place on the canvas: x to the right and y downwards, both from 0 to 1. */
export type Place = readonly [number, number];

/** Canvas points per pixel and direction: each pixel is the mean of 3 x 3, which is what smooths the edges. */
const SUPERSAMPLING = 3;
/** Beyond so many standard deviations a glow adds less than one step of 8 bits. */
const GLOW_REACH = 3.4;

/** @returns the colour at `share` (0 to 1) of the way from one to the other */
export function mix(from: Colour, to: Colour, share: number): Colour {
  return [
    from[0] + (to[0] - from[0]) * share,
    from[1] + (to[1] - from[1]) * share,
    from[2] + (to[2] - from[2]) * share,
  ];
}

/** Rises smoothly from 0 at `low` to 1 at `high`: 3t^2 - 2t^3. */
function smoothstep(low: number, high: number, x: number): number {
  const t = Math.min(1, Math.max(0, (x - low) / (high - low)));
  return t * t * (3 - 2 * t);
}

/**
 * A square to paint on, layer over layer. It is finer than the picture that it becomes; one canvas serves for any
 * number of pictures, each covering it whole. All lengths are shares of its side.
 *
 * There is no general "shade every point" call: a function called for each of 2,304 points costs several times as much
 * as the loops below, which ask their caller once a row or column at most.
 */
export class Canvas {
  /** Canvas points per side. */
  private readonly side: number;
  /** Interleaved red, green and blue. */
  private readonly points: Float32Array;
  /** Opacities of one row or column at work. */
  private readonly profile: Float32Array;

  /** @param size width and height in pixels of the picture that is read off */
  constructor(private readonly size: number) {
    this.side = size * SUPERSAMPLING;
    this.points = new Float32Array(this.side * this.side * 3);
    this.profile = new Float32Array(this.side);
  }

  /** Covers the canvas, or the part of it below `top`, with rows of one colour each. */
  fillRows(colourAt: (y: number) => Colour, top = 0): void {
    for (let row = this.indexFrom(top); row < this.side; row++) {
      this.fillSpan(row, 0, this.side, colourAt((row + 0.5) / this.side));
    }
  }

  /**
   * Fills a shape that is given by its extent to the left and right at each height; where the right end is not to the
   * right of the left end there is nothing.
   */
  fillShape(
    top: number,
    bottom: number,
    extent: (y: number) => readonly [number, number],
    colour: Colour,
  ): void {
    const end = this.indexFrom(bottom);
    for (let row = this.indexFrom(top); row < end; row++) {
      const [left, right] = extent((row + 0.5) / this.side);
      this.fillSpan(row, this.indexFrom(left), this.indexFrom(right), colour);
    }
  }

  /** Fills an ellipse with horizontal and vertical axes, or the part of it below `top`. */
  fillEllipse(centre: Place, radiusX: number, radiusY: number, colour: Colour, top = 0): void {
    const [x, y] = centre;
    const extent = (height: number): readonly [number, number] => {
      const offset = (height - y) / radiusY;
      const half = radiusX * Math.sqrt(Math.max(0, 1 - offset * offset));
      return [x - half, x + half];
    };
    this.fillShape(Math.max(top, y - radiusY), y + radiusY, extent, colour);
  }

  /** Fills what lies between two curves, the upper one first, over a stretch of the horizontal axis. */
  fillBand(
    left: number,
    right: number,
    extent: (x: number) => readonly [number, number],
    colour: Colour,
  ): void {
    const end = this.indexFrom(right);
    for (let column = this.indexFrom(left); column < end; column++) {
      const [top, bottom] = extent((column + 0.5) / this.side);
      const endRow = this.indexFrom(bottom);
      for (let row = this.indexFrom(top); row < endRow; row++) {
        this.fillSpan(row, column, column + 1, colour);
      }
    }
  }

  /**
   * Lays light over the canvas that falls off like a Gaussian.
   *
   * @param deviation distance from the centre at which it has 61 % of its strength
   * @param strength opacity in the centre, from 0 to 1
   */
  glow([x, y]: Place, deviation: number, colour: Colour, strength: number): void {
    const { profile, side } = this;
    const reach = GLOW_REACH * deviation;
    const first = this.indexFrom(x - reach);
    const end = this.indexFrom(x + reach);
    for (let column = first; column < end; column++) {
      const offset = ((column + 0.5) / side - x) / deviation;
      profile[column] = Math.exp(-0.5 * offset * offset);
    }
    const endRow = this.indexFrom(y + reach);
    for (let row = this.indexFrom(y - reach); row < endRow; row++) {
      const offset = ((row + 0.5) / side - y) / deviation;
      const rowStrength = strength * Math.exp(-0.5 * offset * offset);
      for (let column = first; column < end; column++) {
        this.blend(row, column, colour, rowStrength * (profile[column] ?? 0));
      }
    }
  }

  /** Fills a disc whose edge is `softness` wide to either side of the radius. */
  disc([x, y]: Place, radius: number, softness: number, colour: Colour): void {
    const { side } = this;
    const reach = radius + softness;
    const first = this.indexFrom(x - reach);
    const end = this.indexFrom(x + reach);
    const endRow = this.indexFrom(y + reach);
    for (let row = this.indexFrom(y - reach); row < endRow; row++) {
      const dy = (row + 0.5) / side - y;
      for (let column = first; column < end; column++) {
        const dx = (column + 0.5) / side - x;
        const distance = Math.sqrt(dx * dx + dy * dy);
        this.blend(row, column, colour, 1 - smoothstep(radius - softness, reach, distance));
      }
    }
  }

  /** A band of light from left to right whose strength falls off like a Gaussian above and below a curve. */
  ribbon(middle: (x: number) => number, deviation: number, colour: Colour, strength: number): void {
    const { side } = this;
    const reach = GLOW_REACH * deviation;
    for (let column = 0; column < side; column++) {
      const y = middle((column + 0.5) / side);
      const end = this.indexFrom(y + reach);
      for (let row = this.indexFrom(y - reach); row < end; row++) {
        const offset = ((row + 0.5) / side - y) / deviation;
        this.blend(row, column, colour, strength * Math.exp(-0.5 * offset * offset));
      }
    }
  }

  /** A column of light from `top` to the lower edge, at each height a Gaussian across. */
  reflection(
    top: number,
    at: (y: number) => { readonly middle: number; readonly deviation: number; readonly strength: number },
    colour: Colour,
  ): void {
    const { side } = this;
    for (let row = this.indexFrom(top); row < side; row++) {
      const { middle, deviation, strength } = at((row + 0.5) / side);
      const end = this.indexFrom(middle + GLOW_REACH * deviation);
      for (let column = this.indexFrom(middle - GLOW_REACH * deviation); column < end; column++) {
        const offset = ((column + 0.5) / side - middle) / deviation;
        this.blend(row, column, colour, strength * Math.exp(-0.5 * offset * offset));
      }
    }
  }

  /**
   * A straight stroke with a soft edge and round ends. Where strokes of one colour overlap on a dark ground, the
   * stronger counts alone, so that their joints do not show.
   *
   * @param pen distance from the line up to which the stroke is mostly covered
   */
  stroke([x0, y0]: Place, [x1, y1]: Place, pen: number, colour: Colour): void {
    const { points, side } = this;
    const dx = x1 - x0;
    const dy = y1 - y0;
    const squaredLength = dx * dx + dy * dy;
    const reach = 1.5 * pen;
    const first = this.indexFrom(Math.min(x0, x1) - reach);
    const end = this.indexFrom(Math.max(x0, x1) + reach);
    const endRow = this.indexFrom(Math.max(y0, y1) + reach);
    for (let row = this.indexFrom(Math.min(y0, y1) - reach); row < endRow; row++) {
      const y = (row + 0.5) / side - y0;
      for (let column = first; column < end; column++) {
        const x = (column + 0.5) / side - x0;
        const along = Math.min(1, Math.max(0, (x * dx + y * dy) / squaredLength));
        const fromX = x - along * dx;
        const fromY = y - along * dy;
        const share = 1 - smoothstep(0.6 * pen, reach, Math.sqrt(fromX * fromX + fromY * fromY));
        const i = (row * side + column) * 3;
        points[i] = Math.max(points[i] ?? 0, share * colour[0]);
        points[i + 1] = Math.max(points[i + 1] ?? 0, share * colour[1]);
        points[i + 2] = Math.max(points[i + 2] ?? 0, share * colour[2]);
      }
    }
  }

  /**
   * Reads the picture off: the mean of each pixel's canvas points, scaled to -1..1.
   *
   * @param channels 3 for colour, 1 for grey (the red of the canvas)
   * @param target receives size * size * channels values, row by row from the top
   */
  read(channels: 1 | 3, target: Float32Array): void {
    const { points, side, size } = this;
    const scale = 2 / (SUPERSAMPLING * SUPERSAMPLING);
    let next = 0;
    for (let y = 0; y < size; y++) {
      for (let x = 0; x < size; x++) {
        for (let channel = 0; channel < channels; channel++) {
          let sum = 0;
          for (let j = 0; j < SUPERSAMPLING; j++) {
            const start = ((y * SUPERSAMPLING + j) * side + x * SUPERSAMPLING) * 3 + channel;
            for (let i = 0; i < SUPERSAMPLING; i++) {
              sum += points[start + 3 * i] ?? 0;
            }
          }
          target[next++] = Math.min(1, Math.max(-1, scale * sum - 1));
        }
      }
    }
  }

  private blend(row: number, column: number, [red, green, blue]: Colour, opacity: number): void {
    const { points } = this;
    const i = (row * this.side + column) * 3;
    const keep = 1 - opacity;
    points[i] = keep * (points[i] ?? 0) + opacity * red;
    points[i + 1] = keep * (points[i + 1] ?? 0) + opacity * green;
    points[i + 2] = keep * (points[i + 2] ?? 0) + opacity * blue;
  }

  private fillSpan(row: number, first: number, end: number, [red, green, blue]: Colour): void {
    const { points, side } = this;
    const stop = (row * side + end) * 3;
    for (let i = (row * side + first) * 3; i < stop; i += 3) {
      points[i] = red;
      points[i + 1] = green;
      points[i + 2] = blue;
    }
  }

  /**
   * The first row or column of canvas points whose middle is not before this coordinate; as the end of a stretch,
   * the one after its last.
   */
  private indexFrom(coordinate: number): number {
    return Math.min(this.side, Math.max(0, Math.ceil(coordinate * this.side - 0.5)));
  }
}
