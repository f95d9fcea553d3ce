import * as v from 'valibot';

/** A whole number from one bound to the other, both included. */
export function whole(least: number, most: number): v.GenericSchema<number> {
  return v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));
}

/** A finite number from one bound to the other, both included. */
export function between(least: number, most: number): v.GenericSchema<number> {
  return v.pipe(v.number(), v.minValue(least), v.maxValue(most));
}

/** Any number but infinity. */
export const FiniteSchema = v.pipe(v.number(), v.finite());

/** A probability, or another share. */
export const ShareSchema = between(0, 1);

/** More rounds than a machine trains in a day at a thousand a second. */
export const MOST_ROUNDS = 100_000_000;

/** A number of complete rounds, or the number of a round. */
export const RoundSchema = whole(0, MOST_ROUNDS);

/** A round that a file claims. Whoever knows more of the run says why it cannot be so late. */
export const ClaimedRoundSchema = whole(0, Number.MAX_SAFE_INTEGER);

/** How many there are of something that fits into memory. */
export const CountSchema = whole(0, 2 ** 31);

/** The place of something in a list that a person made, from 0. */
export const IndexSchema = whole(0, 9999);

/** More samples than any batch or collection has. */
export const MOST_SAMPLES = 65_536;

/** How many samples there are. */
export const SampleCountSchema = whole(0, MOST_SAMPLES);

/** Width and height of a picture, or of a part of it, in pixels. */
export const PictureSizeSchema = whole(1, 64);

/** Squares or lines of a grid on the plane, in one direction. */
export const GridSideSchema = whole(1, 1024);

/** The plane is shown from minus to plus this. */
export const ExtentSchema = between(0, 1e6);

/** More of anything in a second than a machine does. */
export const FASTEST = 1e6;

/** How often something happens in a second. */
export const RateSchema = between(0, FASTEST);

/** Names a request in its answer. */
export const TicketSchema = whole(0, Number.MAX_SAFE_INTEGER);
