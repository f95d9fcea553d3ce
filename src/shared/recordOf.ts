/** A value for each of these keys, and for no other. */
export function recordOf<Key extends string, Value>(
  keys: readonly Key[],
  valueOf: (key: Key) => Value,
): Record<Key, Value> {
  const record = Object.fromEntries(keys.map((key) => [key, valueOf(key)]));
  const isWhole = (made: Partial<Record<string, Value>>): made is Record<Key, Value> =>
    keys.every((key) => Object.hasOwn(made, key));
  if (!isWhole(record)) {
    throw new Error('a key is missing');
  }
  return record;
}
