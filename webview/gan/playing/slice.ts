/** Rounds run for this long, in milliseconds, before messages get their turn: shorter than a frame of the screen. */
export const SLICE_MS = 12;
