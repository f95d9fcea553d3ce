import { resolvedColour } from '../../../ui/theme';

/** Red, green and blue from 0 to 255. */
export type Rgb = readonly [number, number, number];

/** Where each colour comes from: the theme's tokens, as the stage's style sheet names them. */
const TOKENS = {
  ground: 'var(--background)',
  ink: 'var(--foreground)',
  dim: 'var(--dim)',
  edge: 'var(--edge)',
  real: 'var(--real)',
  forged: 'var(--forged)',
  gradient: 'var(--gradient)',
  warning: 'var(--vscode-charts-yellow)',
  active: 'var(--active)',
} as const;

/** The theme's colours as a canvas takes them, and those of the field in numbers. */
export interface Palette {
  readonly colours: Readonly<Record<keyof typeof TOKENS, string>>;
  readonly ground: Rgb;
  readonly real: Rgb;
  readonly forged: Rgb;
  readonly warning: Rgb;
  /** How much of the colour the field has where the inspector is sure. */
  readonly fieldStrength: number;
}

/** Strong enough to be seen, weak enough for points on it: in light themes the colours themselves are darker. */
const FIELD_STRENGTH = 0.55;
const FIELD_STRENGTH_LIGHT = 0.45;
const FIELD_STRENGTH_HIGH_CONTRAST = 0.7;

/** Reads the theme where a canvas stands. */
export function readPalette(place: HTMLElement): Palette {
  const resolve = (token: string): string => resolvedColour(place, token);
  const colours = {
    ground: resolve(TOKENS.ground),
    ink: resolve(TOKENS.ink),
    dim: resolve(TOKENS.dim),
    edge: resolve(TOKENS.edge),
    real: resolve(TOKENS.real),
    forged: resolve(TOKENS.forged),
    gradient: resolve(TOKENS.gradient),
    warning: resolve(TOKENS.warning),
    active: resolve(TOKENS.active),
  };
  const ground = inNumbers(colours.ground);
  return {
    colours,
    ground,
    real: inNumbers(colours.real),
    forged: inNumbers(colours.forged),
    warning: inNumbers(colours.warning),
    fieldStrength: strengthOn(ground),
  };
}

function strengthOn(ground: Rgb): number {
  if (document.body.className.includes('vscode-high-contrast')) {
    return FIELD_STRENGTH_HIGH_CONTRAST;
  }
  return isDark(ground) ? FIELD_STRENGTH : FIELD_STRENGTH_LIGHT;
}

function isDark([red, green, blue]: Rgb): boolean {
  return red + green + blue < (3 * 255) / 2;
}

/** Whatever way a colour is written, a canvas knows its numbers. */
function inNumbers(colour: string): Rgb {
  const canvas = document.createElement('canvas');
  canvas.width = 1;
  canvas.height = 1;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) {
    return [0, 0, 0];
  }
  context.fillStyle = colour;
  context.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data;
  return [red, green, blue];
}

/** Below 1, so that also the faint opinions of an evenly matched inspector can be told from none. */
const FAINT_OPINIONS = 0.7;

/**
 * The colour of an opinion: the colour of real at 1, of forged at 0, the ground's own at one half.
 *
 * @param strength share of the colour where the opinion is sure, 0 to 1
 */
export function opinionColour(
  opinion: number,
  { ground, real, forged }: Pick<Palette, 'ground' | 'real' | 'forged'>,
  strength: number,
): Rgb {
  const towards = opinion > 0.5 ? real : forged;
  const share = strength * Math.abs(2 * opinion - 1) ** FAINT_OPINIONS;
  return [
    ground[0] + share * (towards[0] - ground[0]),
    ground[1] + share * (towards[1] - ground[1]),
    ground[2] + share * (towards[2] - ground[2]),
  ];
}
