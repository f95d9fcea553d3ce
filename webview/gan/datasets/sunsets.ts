import { mix, type Colour, type Place } from './canvas';
import type { Painter } from './painter';

interface Palette {
  readonly zenith: Colour;
  readonly horizon: Colour;
  readonly sea: Colour;
}

/** The palette is a sunset's mode. */
const PALETTES: readonly [Palette, Palette, Palette] = [
  { zenith: [0.19, 0.11, 0.4], horizon: [0.98, 0.47, 0.2], sea: [0.1, 0.1, 0.31] },
  { zenith: [0.11, 0.27, 0.53], horizon: [1, 0.8, 0.47], sea: [0.07, 0.24, 0.38] },
  { zenith: [0.36, 0.05, 0.27], horizon: [0.96, 0.27, 0.31], sea: [0.2, 0.05, 0.19] },
];
const SUN: Colour = [1, 0.96, 0.76];
const GLOW: Colour = [1, 0.84, 0.5];

/** The sun going down over the sea, in one of three palettes. */
export const sunsets: Painter = {
  modes: PALETTES.length,
  channels: 3,
  paint(random, canvas) {
    const mode = random.integer(PALETTES.length);
    const { zenith, horizon, sea } = PALETTES[mode] ?? PALETTES[0];
    const coast = random.range(0.56, 0.66);
    const sun: Place = [random.range(0.22, 0.78), coast - random.range(0.02, 0.22)];
    const radius = random.range(0.1, 0.14);
    const phase = random.range(0, 2 * Math.PI);

    canvas.fillRows((y) => mix(zenith, horizon, Math.min(1, y / coast) ** 1.3));
    canvas.glow(sun, 0.12, GLOW, 0.5);
    canvas.disc(sun, radius, 0.02, SUN);

    const farSea = mix(sea, horizon, 0.35);
    canvas.fillRows((y) => mix(farSea, sea, (y - coast) / (1 - coast)), coast);
    // The sun's reflection, broken by the swell and wider towards the shore.
    canvas.reflection(
      coast,
      (y) => ({
        middle: sun[0] + 0.02 * Math.sin(40 * y + phase),
        deviation: 0.04 + 0.08 * (y - coast),
        strength: 0.75 * (0.6 + 0.4 * Math.sin(60 * y + phase)),
      }),
      GLOW,
    );
    return mode;
  },
};
