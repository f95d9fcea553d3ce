import { unreachable } from '../../../../src/shared/result';
import type { ScaleKind } from './specs';

/** What the vertical axis goes over, and where it has lines and numbers. */
export interface Axis {
  readonly low: number;
  readonly high: number;
  /** From low to high. */
  readonly splits: readonly number[];
  readonly isLogarithmic: boolean;
}

/** The round numbers between one power of ten and the next. */
const ROUND_NUMBERS = [1, 1.5, 2, 3, 4, 5, 6, 8, 10];
/** Lines across a logarithmic chart; more would crowd it. */
const MOST_DECADES = 4;
/** So small a value needs no room of its own. */
const LEAST_TOP = 1e-3;

/** This share of the height is thinner than a line. */
const UNSEEN = 0.02;

/** The smallest round number that is not below a positive value. */
export function roundNumberAbove(value: number): number {
  const decade = Math.floor(Math.log10(value));
  const candidates = ROUND_NUMBERS.map((number) => number * powerOfTen(decade));
  // Products of decimal fractions are off by their last binary digit.
  const above = candidates.find((candidate) => candidate >= value * (1 - 1e-9)) ?? powerOfTen(decade + 1);
  return Number(above.toPrecision(3));
}

/** Exactly what is written so, which `10 ** exponent` is not for all exponents. */
function powerOfTen(exponent: number): number {
  return Number(`1e${exponent}`);
}

/**
 * The axis for values.
 *
 * @param marks values of lines that have to be seen too, such as a goal's
 */
export function axisFor(
  scale: ScaleKind,
  lines: readonly (readonly (number | null)[])[],
  marks: readonly number[],
): Axis {
  const values = lines.flatMap((line) => line.filter((value) => value !== null));
  switch (scale.kind) {
    case 'share':
      return { low: 0, high: 1, splits: [0, 0.5, 1], isLogarithmic: false };
    case 'linear':
      return linear([...values, ...marks], scale.top);
    case 'logarithmic':
      return logarithmic(values);
    default:
      return unreachable(scale);
  }
}

function linear(values: readonly number[], top: number | undefined): Axis {
  const largest = Math.max(LEAST_TOP, ...values);
  const high = top !== undefined && top >= largest ? top : roundNumberAbove(largest);
  const least = Math.min(0, ...values);
  if (least > -UNSEEN * high) {
    return { low: 0, high, splits: [0, high / 2, high], isLogarithmic: false };
  }
  const low = -roundNumberAbove(-least);
  return { low, high, splits: [low, 0, high], isLogarithmic: false };
}

function logarithmic(values: readonly number[]): Axis {
  const first = Math.floor(Math.log10(Math.min(...values)));
  const last = Math.max(first + 1, Math.ceil(Math.log10(Math.max(...values))));
  const every = Math.ceil((last - first) / MOST_DECADES);
  const splits = Array.from({ length: last - first + 1 }, (_, decade) => powerOfTen(first + decade));
  return {
    low: powerOfTen(first),
    high: powerOfTen(last),
    splits: splits.filter((_, decade) => decade % every === 0),
    isLogarithmic: true,
  };
}
