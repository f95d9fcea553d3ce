import type { NumberSpec } from '../../src/shared/domain/hyperparameters';

/** Positions of every slider: 0 to this. Fine enough for two significant digits over six orders of magnitude. */
export const SLIDER_STEPS = 1000;

/** Digits that a slider can set; a person who wants more types the number. */
const SIGNIFICANT_DIGITS = 2;

/** Where more whole numbers lie on a slider than it has positions, it could only set some of them: no slider then. */
export function hasSlider(spec: NumberSpec): boolean {
  return !spec.integer || spec.scale === 'logarithmic' || spec.maximum - spec.minimum <= SLIDER_STEPS;
}

/** The position of a value within the range of its hyperparameter. */
export function toPosition(spec: NumberSpec, value: number): number {
  const clamped = Math.min(spec.maximum, Math.max(spec.minimum, value));
  const share =
    spec.scale === 'logarithmic'
      ? Math.log(clamped / spec.minimum) / Math.log(spec.maximum / spec.minimum)
      : (clamped - spec.minimum) / (spec.maximum - spec.minimum);
  return Math.round(share * SLIDER_STEPS);
}

/** The value at a position, rounded to what a slider can set, and always within the range. */
export function fromPosition(spec: NumberSpec, position: number): number {
  const share = position / SLIDER_STEPS;
  const exact =
    spec.scale === 'logarithmic'
      ? spec.minimum * (spec.maximum / spec.minimum) ** share
      : spec.minimum + (spec.maximum - spec.minimum) * share;
  return Math.min(spec.maximum, Math.max(spec.minimum, round(spec, exact)));
}

/**
 * The value after the slider was moved to a position. Where several positions stand for one value, a small move, such as
 * that of an arrow key, goes on to the next value instead of falling back.
 *
 * @param present the value before the move
 */
export function slideTo(spec: NumberSpec, present: number, position: number): number {
  const direction = Math.sign(position - toPosition(spec, present));
  let reached = position;
  let value = fromPosition(spec, reached);
  while (value === present && direction !== 0 && reached > 0 && reached < SLIDER_STEPS) {
    reached += direction;
    value = fromPosition(spec, reached);
  }
  return value;
}

function round(spec: NumberSpec, value: number): number {
  if (spec.integer) {
    return Math.round(value);
  }
  if (spec.scale === 'logarithmic') {
    return Number(value.toPrecision(SIGNIFICANT_DIGITS));
  }
  const resolution = (spec.maximum - spec.minimum) / SLIDER_STEPS;
  return Number(value.toFixed(Math.ceil(-Math.log10(resolution))));
}
