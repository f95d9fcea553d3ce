/**
 * Which of some things to take when there are too many: as many of each class as of any other, as far as there are so
 * many, and at equal distances within a class. Things without classes are taken at equal distances.
 *
 * @param count how many there are
 * @param most how many may be taken
 * @param classes the class of each; absent where nobody knows it
 * @returns their indices; with classes one of each class in turn, so that any beginning is even, too
 */
export function sampleEvenly(count: number, most: number, classes?: ArrayLike<number>): number[] {
  if (classes === undefined) {
    return atEqualDistances(
      Array.from({ length: count }, (_, index) => index),
      most,
    );
  }
  const members = new Map<number, number[]>();
  for (let index = 0; index < count; index++) {
    const own = members.get(classes[index] ?? 0);
    if (own) {
      own.push(index);
    } else {
      members.set(classes[index] ?? 0, [index]);
    }
  }
  let room = Math.min(count, most);
  const chosen: number[][] = [];
  // The smallest classes first: what they leave of their share goes to the larger ones.
  const bySize = [...members.values()].toSorted((one, other) => one.length - other.length);
  for (const [place, own] of bySize.entries()) {
    const taken = atEqualDistances(own, Math.floor(room / (bySize.length - place)));
    room -= taken.length;
    chosen.push(taken);
  }
  const inOrder = chosen.toSorted((one, other) => (one[0] ?? 0) - (other[0] ?? 0));
  const longest = Math.max(0, ...inOrder.map(({ length }) => length));
  return Array.from({ length: longest }, (_, turn) =>
    inOrder.flatMap((own) => (turn < own.length ? [own[turn] ?? 0] : [])),
  ).flat();
}

function atEqualDistances(indices: readonly number[], most: number): number[] {
  const { length } = indices;
  return length <= most
    ? [...indices]
    : indices.filter((_, i) => Math.floor((i * most) / length) !== Math.floor(((i - 1) * most) / length));
}
