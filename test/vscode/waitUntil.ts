import { setTimeout as pause } from 'node:timers/promises';

/** Milliseconds between two looks. */
const interval = 50;

/**
 * Looks again and again until there is something to return.
 *
 * @param what names the awaited thing in the error, as in "Waited 30 s for <what>."
 * @param look returns the thing, or `undefined` as long as it is not there
 * @param seconds how long to look at most
 * @throws when the time is over
 */
export async function waitUntil<T>(
  what: string,
  look: () => Promise<T | undefined>,
  seconds = 30,
): Promise<T> {
  const end = performance.now() + seconds * 1000;
  for (;;) {
    const found = await look();
    if (found !== undefined) {
      return found;
    }
    if (performance.now() > end) {
      throw new Error(`Waited ${seconds} s for ${what}.`);
    }
    await pause(interval);
  }
}
