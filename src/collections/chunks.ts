/**
 * Groups things that follow one another, without changing their order, so that each group is read, sent and given free
 * before the next. A thing that is larger than a group may be is a group of its own.
 *
 * @param sizeOf its size in bytes
 * @param mostBytes of a group
 * @param mostItems of a group, at least 1
 */
export function inChunks<T>(
  items: readonly T[],
  sizeOf: (item: T) => number,
  mostBytes: number,
  mostItems: number,
): T[][] {
  const chunks: T[][] = [];
  let current: T[] = [];
  let bytes = 0;
  for (const item of items) {
    const size = sizeOf(item);
    if (current.length > 0 && (bytes + size > mostBytes || current.length === mostItems)) {
      chunks.push(current);
      current = [];
      bytes = 0;
    }
    current.push(item);
    bytes += size;
  }
  return current.length > 0 ? [...chunks, current] : chunks;
}
