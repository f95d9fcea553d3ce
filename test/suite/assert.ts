// The few assertions that the suite needs: the extension host of the web has no node:assert.

/** Fails unless `value` is true in a condition. */
export function ok(value: unknown, message: string): asserts value {
  if (!value) {
    throw new Error(message);
  }
}

/** Fails unless both are the same by `Object.is`, or are plain data that reads the same. */
export function equal(actual: unknown, expected: unknown, message = 'The values differ.'): void {
  const [shown, wanted] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (!Object.is(actual, expected) && shown !== wanted) {
    throw new Error(`${message} Expected ${wanted}, got ${shown}.`);
  }
}
