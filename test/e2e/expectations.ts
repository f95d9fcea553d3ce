import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import type { Locator } from 'playwright-core';
import { waitUntil } from './harness';

/**
 * Waits until an element reads so: what is on the screen follows an action after a moment.
 *
 * @returns the text that fits
 * @throws an error with the text that was there last
 */
export async function expectText(element: Locator, pattern: RegExp, seconds?: number): Promise<string> {
  let last = '';
  try {
    return await waitUntil(
      `${String(element)} to read ${pattern}`,
      async () => {
        last = await element.innerText();
        return pattern.test(last) ? last : undefined;
      },
      seconds,
    );
  } catch (error) {
    throw new Error(`${String(error)} It reads ${JSON.stringify(last)}.`);
  }
}

/**
 * Waits until what is read equals what is expected.
 *
 * @param what names the awaited thing, as in "Waited in vain for <what>."
 * @throws an error with the difference between what was read last and what is expected
 */
export async function expectToBecome<T>(
  what: string,
  read: () => Promise<T>,
  expected: T,
  seconds?: number,
): Promise<void> {
  let last: { readonly value: T } | undefined;
  try {
    await waitUntil(
      what,
      async () => {
        last = { value: await read() };
        return isDeepStrictEqual(last.value, expected) || undefined;
      },
      seconds,
    );
  } catch (error) {
    if (last === undefined) {
      throw error;
    }
    throw new assert.AssertionError({
      message: `Waited in vain for ${what}.`,
      actual: last.value,
      expected,
      operator: 'deepStrictEqual',
    });
  }
}
