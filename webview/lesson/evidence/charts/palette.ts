import { resolvedColour } from '../../../ui/theme';

/** The theme's colours and letters, as a canvas takes them. */
export interface ChartPalette {
  readonly ink: string;
  readonly dim: string;
  readonly grid: string;
  readonly ground: string;
  readonly real: string;
  readonly forged: string;
  readonly active: string;
  readonly warning: string;
  readonly font: string;
}

/** Size of the numbers on an axis, in CSS pixels. */
const FONT_SIZE = 11;

/** @param place an element of the evidence area */
export function readChartPalette(place: HTMLElement): ChartPalette {
  const resolve = (token: string): string => resolvedColour(place, token);
  return {
    ink: resolve('var(--vscode-foreground)'),
    dim: resolve('var(--dim)'),
    grid: resolve('var(--grid)'),
    ground: resolve('var(--background)'),
    real: resolve('var(--real)'),
    forged: resolve('var(--forged)'),
    active: resolve('var(--vscode-focusBorder)'),
    warning: resolve('var(--vscode-charts-yellow)'),
    font: `${FONT_SIZE}px ${getComputedStyle(place).fontFamily}`,
  };
}
