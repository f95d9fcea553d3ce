import type { Random } from '../random';
import type { Colour, Place } from './canvas';
import type { Painter } from './painter';

/** How the digits 0 to 9 are written: the corners of one stroke each, with y downwards. */
// prettier-ignore
const STROKES: readonly (readonly Place[])[] = [
  [[0.5, 0.11], [0.3, 0.18], [0.22, 0.38], [0.22, 0.62], [0.3, 0.82], [0.5, 0.89], [0.7, 0.82], [0.78, 0.62], [0.78, 0.38], [0.7, 0.18], [0.5, 0.11]],
  [[0.34, 0.3], [0.56, 0.11], [0.56, 0.89]],
  [[0.24, 0.31], [0.32, 0.16], [0.5, 0.11], [0.68, 0.16], [0.75, 0.32], [0.65, 0.5], [0.24, 0.88], [0.79, 0.88]],
  [[0.25, 0.17], [0.5, 0.11], [0.72, 0.2], [0.71, 0.38], [0.48, 0.48], [0.73, 0.57], [0.76, 0.76], [0.52, 0.89], [0.23, 0.82]],
  [[0.65, 0.89], [0.65, 0.11], [0.2, 0.64], [0.83, 0.64]],
  [[0.75, 0.12], [0.31, 0.12], [0.28, 0.46], [0.55, 0.42], [0.75, 0.54], [0.75, 0.74], [0.55, 0.88], [0.24, 0.84]],
  [[0.67, 0.12], [0.41, 0.29], [0.25, 0.56], [0.29, 0.8], [0.5, 0.89], [0.72, 0.8], [0.75, 0.62], [0.57, 0.49], [0.28, 0.6]],
  [[0.21, 0.13], [0.79, 0.13], [0.43, 0.89]],
  [[0.5, 0.47], [0.29, 0.36], [0.32, 0.17], [0.5, 0.11], [0.68, 0.17], [0.71, 0.36], [0.5, 0.47], [0.25, 0.63], [0.29, 0.82], [0.5, 0.89], [0.71, 0.82], [0.75, 0.63], [0.5, 0.47]],
  [[0.73, 0.37], [0.47, 0.51], [0.26, 0.38], [0.3, 0.18], [0.52, 0.11], [0.71, 0.2], [0.74, 0.42], [0.62, 0.89]],
];
const PAPER: Colour = [0, 0, 0];
const INK: Colour = [1, 1, 1];
/** How far each corner trembles; more would close the loops of 6, 8 and 9 at sixteen pixels. */
const TREMOR = 0.012;

/** One person's way of writing: turned, slanted, stretched and moved. */
function handwriting(random: Random): (corner: Place) => Place {
  const turn = random.range(-0.15, 0.15);
  const slant = random.range(-0.15, 0.2);
  const width = random.range(0.82, 1.05);
  const height = random.range(0.88, 1.05);
  const right = random.range(-0.05, 0.05);
  const down = random.range(-0.04, 0.04);
  const cosine = Math.cos(turn);
  const sine = Math.sin(turn);
  return ([px, py]) => {
    const y = (py - 0.5) * height;
    const x = (px - 0.5) * width - slant * y;
    return [
      0.5 + cosine * x - sine * y + right + TREMOR * random.normal(),
      0.5 + sine * x + cosine * y + down + TREMOR * random.normal(),
    ];
  };
}

/** White digits on black, each written with one stroke; the digit is the mode. */
export const digits: Painter = {
  modes: STROKES.length,
  channels: 1,
  paint(random, canvas) {
    const digit = random.integer(STROKES.length);
    const write = handwriting(random);
    const pen = random.range(0.055, 0.075);
    canvas.fillRows(() => PAPER);
    const corners = (STROKES[digit] ?? []).map(write);
    corners.reduce((from, to) => {
      canvas.stroke(from, to, pen, INK);
      return to;
    });
    return digit;
  },
};
