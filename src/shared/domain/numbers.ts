import * as v from 'valibot';

/** A whole number from one bound to the other, both included. */
export function whole(least: number, most: number): v.GenericSchema<number> {
  return v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));
}

/** A finite number from one bound to the other, both included. */
export function between(least: number, most: number): v.GenericSchema<number> {
  return v.pipe(v.number(), v.minValue(least), v.maxValue(most));
}

/** More rounds than a machine trains in a day at a thousand a second. */
export const MOST_ROUNDS = 100_000_000;

/** A number of complete rounds, or the number of a round. */
export const RoundSchema = whole(0, MOST_ROUNDS);
