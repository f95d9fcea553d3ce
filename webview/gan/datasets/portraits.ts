import type { Random } from '../random';
import { mix, type Canvas, type Colour } from './canvas';
import type { Painter } from './painter';

/** The colour of the hair is the first half of a portrait's mode. */
const HAIR: readonly [Colour, Colour, Colour] = [
  [0.14, 0.08, 0.07],
  [0.58, 0.25, 0.09],
  [0.93, 0.75, 0.33],
];
/** What is behind the sitter, from top to bottom, is the other half. */
const BACKGROUNDS: readonly [readonly [Colour, Colour], readonly [Colour, Colour]] = [
  [
    [0.4, 0.53, 0.68],
    [0.7, 0.62, 0.46],
  ],
  [
    [0.25, 0.42, 0.36],
    [0.1, 0.2, 0.16],
  ],
];
const PALE_SKIN: Colour = [0.98, 0.82, 0.68];
const DARK_SKIN: Colour = [0.6, 0.38, 0.26];
const WINE: Colour = [0.5, 0.1, 0.15];
const SLATE: Colour = [0.16, 0.2, 0.36];
/** Three pixels lie between the eyes at the default size, so that both are equally sharp wherever the head is. */
const EYE_OFFSET = 1.5 / 16;
const EYE: Colour = [0.07, 0.05, 0.08];
const LIPS: Colour = [0.72, 0.16, 0.18];
const WHITE: Colour = [1, 1, 1];
const SHADE: Colour = [0.28, 0.13, 0.1];

/** Everything that differs from one sitter to another; lengths are shares of the picture's side. */
interface Sitter {
  readonly mode: number;
  readonly hair: Colour;
  readonly background: readonly [Colour, Colour];
  readonly skin: Colour;
  readonly clothes: Colour;
  /** Middle of the face. */
  readonly x: number;
  readonly y: number;
  /** Half its width and half its height. */
  readonly width: number;
  readonly height: number;
  /** Where the hair ends, from the jaw (short) to below the shoulders (long). */
  readonly hairEnd: number;
  /** How much lower the fringe hangs on the right than on the left. */
  readonly parting: number;
  /** Depth of the curve of the mouth, positive when the corners point up. */
  readonly smile: number;
}

function pose(random: Random): Sitter {
  const hair = random.integer(HAIR.length);
  const background = random.integer(BACKGROUNDS.length);
  return {
    mode: hair * BACKGROUNDS.length + background,
    hair: HAIR[hair] ?? HAIR[0],
    background: BACKGROUNDS[background] ?? BACKGROUNDS[0],
    skin: mix(PALE_SKIN, DARK_SKIN, random.range(0, 0.8)),
    clothes: mix(WINE, SLATE, random.uniform()),
    x: 0.5 + random.range(-0.035, 0.035),
    y: 0.43 + random.range(-0.025, 0.025),
    width: random.range(0.185, 0.215),
    height: random.range(0.235, 0.265),
    hairEnd: random.range(0.6, 0.86),
    parting: random.range(-0.05, 0.05),
    smile: random.range(-0.012, 0.035),
  };
}

function paintBackground(canvas: Canvas, { background: [top, bottom], x, y }: Sitter): void {
  canvas.fillRows((py) => mix(top, bottom, py));
  // A lighter patch behind the head lifts the sitter off the wall.
  canvas.glow([x, y], 0.3, mix(top, WHITE, 0.35), 0.35);
}

function paintBust(canvas: Canvas, { x, y, width, height, hair, hairEnd, skin, clothes }: Sitter): void {
  const hairWidth = width + 0.075;
  canvas.fillEllipse([x, y - 0.01], hairWidth, height + 0.075, hair);
  // Falling hair widens a little towards its ends.
  const fall = (py: number): number => hairWidth - 0.01 + 0.05 * (py - y);
  canvas.fillShape(y, hairEnd, (py) => [x - fall(py), x + fall(py)], hair);
  canvas.fillEllipse([x, 1.06], 0.43, 0.32, clothes);
  const neckline = 0.76;
  canvas.fillEllipse([x, neckline], 0.135, 0.11, skin, neckline);
  canvas.fillShape(y, neckline + 0.01, () => [x - 0.085, x + 0.085], mix(skin, SHADE, 0.22));
}

function paintFace(canvas: Canvas, { x, y, width, height, skin, smile }: Sitter): void {
  canvas.fillEllipse([x, y], width, height, skin);
  // Light falls from the left: a crescent on the right lies in the shade.
  const half = (py: number): number => width * Math.sqrt(Math.max(0, 1 - ((py - y) / height) ** 2));
  canvas.fillShape(
    y - height,
    y + height,
    (py) => [x + 0.25 * width + 0.45 * half(py), x + half(py)],
    mix(skin, SHADE, 0.14),
  );
  for (const side of [-1, 1]) {
    canvas.fillEllipse([x + side * 0.12, y + 0.065], 0.04, 0.03, mix(skin, LIPS, 0.25));
    canvas.fillEllipse([x + side * EYE_OFFSET, y - 0.02], 0.04, 0.042, EYE);
  }
  canvas.fillShape(y, y + 0.075, () => [x - 0.01, x + 0.025], mix(skin, SHADE, 0.3));
  const mouth = (px: number): number => y + 0.135 + smile * (1 - 2 * ((px - x) / 0.095) ** 2);
  canvas.fillBand(x - 0.095, x + 0.095, (px) => [mouth(px) - 0.02, mouth(px) + 0.02], LIPS);
}

function paintFringe(canvas: Canvas, { x, y, width, height, hair, parting }: Sitter): void {
  canvas.fillBand(
    x - width,
    x + width,
    (px) => {
      const share = (px - x) / width;
      const crown = y - height * Math.sqrt(Math.max(0, 1 - share * share));
      return [crown, y - 0.62 * height + 0.05 * share * share + parting * share];
    },
    hair,
  );
}

/** Head and shoulders of a person: three colours of hair before two backgrounds are its six modes. */
export const portraits: Painter = {
  modes: HAIR.length * BACKGROUNDS.length,
  channels: 3,
  paint(random, canvas) {
    const sitter = pose(random);
    paintBackground(canvas, sitter);
    paintBust(canvas, sitter);
    paintFace(canvas, sitter);
    paintFringe(canvas, sitter);
    return sitter.mode;
  },
};
