import * as l10n from '@vscode/l10n';
import type { Rgb } from './canvas';

/** Below this a colour has no hue that anybody would name. */
const GREY = 0.14;
const DARK = 0.3;
const LIGHT = 0.72;

/** A colour in a word or two, for who does not see it. */
export function colourName(colour: Rgb): string {
  const [red, green, blue] = [colour[0] / 255, colour[1] / 255, colour[2] / 255];
  const [low, high] = [Math.min(red, green, blue), Math.max(red, green, blue)];
  const lightness = (low + high) / 2;
  const chroma = high - low;
  if (chroma < GREY) {
    return greyName(lightness);
  }
  const name = hueName(hueOf(red, green, blue), lightness);
  if (lightness < DARK) {
    return l10n.t('dark {0}', name);
  }
  return lightness > LIGHT ? l10n.t('light {0}', name) : name;
}

function greyName(lightness: number): string {
  if (lightness < 0.12) {
    return l10n.t('black');
  }
  if (lightness > 0.92) {
    return l10n.t('white');
  }
  return lightness < 0.4 ? l10n.t('dark grey') : lightness < 0.7 ? l10n.t('grey') : l10n.t('light grey');
}

/** In degrees, of channels on any scale; 0 being red, 120 green and 240 blue. */
function hueOf(red: number, green: number, blue: number): number {
  const high = Math.max(red, green, blue);
  const chroma = high - Math.min(red, green, blue);
  const sector =
    high === red
      ? (green - blue) / chroma
      : high === green
        ? (blue - red) / chroma + 2
        : (red - green) / chroma + 4;
  return (60 * sector + 360) % 360;
}

/** Colours in the order of a rainbow, each hue from dark to light, and greys at the end. */
export function byHue(colours: readonly Rgb[]): Rgb[] {
  const rank = ([red, green, blue]: Rgb): number => {
    const chroma = Math.max(red, green, blue) - Math.min(red, green, blue);
    const hue = chroma < 255 * GREY ? HUES : Math.floor(hueOf(red, green, blue) / (360 / HUES));
    return hue * 255 * 3 + red + green + blue;
  };
  return colours.toSorted((a, b) => rank(a) - rank(b));
}

/** Hues that are told apart for the order. */
const HUES = 9;

/** Dark and dull orange is brown. */
const BROWN_BELOW = 0.5;

function hueName(hue: number, lightness: number): string {
  if (hue >= 14 && hue < 40) {
    return lightness < BROWN_BELOW ? l10n.t('brown') : l10n.t('orange');
  }
  if (hue < 14 || hue >= 345) {
    return l10n.t('red');
  }
  if (hue < 70) {
    return l10n.t('yellow');
  }
  if (hue < 165) {
    return l10n.t('green');
  }
  if (hue < 195) {
    return l10n.t('turquoise');
  }
  if (hue < 255) {
    return l10n.t('blue');
  }
  return hue < 300 ? l10n.t('purple') : l10n.t('pink');
}
