import type { Random } from '../random';
import { mix, type Canvas, type Colour } from './canvas';
import type { Painter } from './painter';

interface Sky {
  readonly zenith: Colour;
  readonly horizon: Colour;
  readonly wind: Colour;
}

/** The colour of the sky is half of a night's mode; the other half is the side on which the moon stands. */
const SKIES: readonly [Sky, Sky] = [
  { zenith: [0.03, 0.07, 0.3], horizon: [0.18, 0.44, 0.74], wind: [0.58, 0.78, 0.92] },
  { zenith: [0.16, 0.05, 0.31], horizon: [0.54, 0.26, 0.56], wind: [0.8, 0.58, 0.82] },
];
const SIDES = 2;
const MOON: Colour = [1, 0.92, 0.55];
const MOONLIGHT: Colour = [1, 0.9, 0.45];
const STAR: Colour = [1, 0.95, 0.72];
const HILL: Colour = [0.05, 0.15, 0.11];
const CYPRESS: Colour = [0.02, 0.06, 0.06];

function paintSky(canvas: Canvas, random: Random, sky: Sky): void {
  canvas.fillRows((y) => mix(sky.zenith, sky.horizon, Math.min(1, y / 0.8)));
  const height = random.range(0.42, 0.54);
  const phase = random.range(0, 2 * Math.PI);
  canvas.ribbon((x) => height + 0.05 * Math.sin(phase + 7 * x), 0.035, sky.wind, 0.55);
}

/** @param mirror true when the moon stands on the right and the stars on the left */
function paintLights(canvas: Canvas, random: Random, mirror: boolean): void {
  const place = (x: number): number => (mirror ? 1 - x : x);
  const stars = 2 + random.integer(2);
  for (let i = 0; i < stars; i++) {
    const star = [place(random.range(0.48, 0.94)), random.range(0.06, 0.38)] as const;
    canvas.glow(star, random.range(0.035, 0.055), STAR, 1);
  }
  const moon = [place(random.range(0.18, 0.34)), random.range(0.15, 0.28)] as const;
  canvas.glow(moon, 0.12, MOONLIGHT, 0.45);
  canvas.disc(moon, random.range(0.11, 0.14), 0.03, MOON);
}

function paintLand(canvas: Canvas, random: Random, mirror: boolean): void {
  const phase = random.range(0, 2 * Math.PI);
  const height = random.range(0.04, 0.09);
  const base = random.range(0.74, 0.82);
  canvas.fillBand(0, 1, (x) => [base + height * Math.sin(phase + 5 * x), 1], HILL);
  const stem = mirror ? random.range(0.1, 0.2) : random.range(0.8, 0.9);
  const top = random.range(0.46, 0.58);
  // A flame: pointed above, widest low down.
  const half = (y: number): number => 0.075 * Math.sin((Math.PI * 0.62 * (y - top)) / (1 - top));
  canvas.fillShape(top, 1, (y) => [stem - half(y), stem + half(y)], CYPRESS);
}

/** A night with moon, wind and a cypress: two sides for the moon and two skies are its four modes. */
export const starryNights: Painter = {
  modes: SIDES * SKIES.length,
  channels: 3,
  paint(random, canvas) {
    const side = random.integer(SIDES);
    const hue = random.integer(SKIES.length);
    paintSky(canvas, random, SKIES[hue] ?? SKIES[0]);
    paintLights(canvas, random, side === 1);
    paintLand(canvas, random, side === 1);
    return side * SKIES.length + hue;
  },
};
