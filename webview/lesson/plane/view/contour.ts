/** A straight piece of a contour line: x and y of both ends, in squares from the lower left corner of the grid. */
export type Segment = readonly [number, number, number, number];

/** For each way in which a level can pass between four corners: pairs of sides 0 low, 1 right, 2 high, 3 left. */
const SIDES: readonly (readonly (readonly [number, number])[])[] = [
  [],
  [[3, 0]],
  [[0, 1]],
  [[3, 1]],
  [[1, 2]],
  [
    [3, 2],
    [0, 1],
  ],
  [[0, 2]],
  [[3, 2]],
  [[2, 3]],
  [[2, 0]],
  [
    [3, 0],
    [1, 2],
  ],
  [[2, 1]],
  [[1, 3]],
  [[1, 0]],
  [[0, 3]],
  [],
];

/** All four corners are above the level. */
const ALL_ABOVE = 15;

/**
 * The lines along which a grid has a value (marching squares, Lorensen & Cline 1987 in two dimensions), linearly between
 * the middles of the squares.
 *
 * @param values row by row, `cells` squares in each direction
 */
export function contour(values: Float32Array, cells: number, level: number): Segment[] {
  const segments: Segment[] = [];
  for (let row = 0; row + 1 < cells; row++) {
    for (let column = 0; column + 1 < cells; column++) {
      const at = row * cells + column;
      const lowLeft = values[at] ?? 0;
      const lowRight = values[at + 1] ?? 0;
      const highRight = values[at + cells + 1] ?? 0;
      const highLeft = values[at + cells] ?? 0;
      const index =
        (lowLeft > level ? 1 : 0) +
        (lowRight > level ? 2 : 0) +
        (highRight > level ? 4 : 0) +
        (highLeft > level ? 8 : 0);
      // Most squares lie on one side.
      if (index === 0 || index === ALL_ABOVE) {
        continue;
      }
      const share = (from: number, to: number): number => (level - from) / (to - from);
      const cross = (side: number): readonly [number, number] => {
        switch (side) {
          case 0:
            return [share(lowLeft, lowRight), 0];
          case 1:
            return [1, share(lowRight, highRight)];
          case 2:
            return [share(highLeft, highRight), 1];
          default:
            return [0, share(lowLeft, highLeft)];
        }
      };
      for (const [from, to] of SIDES[index] ?? []) {
        const [x1, y1] = cross(from);
        const [x2, y2] = cross(to);
        // Values stand for the middles of the squares.
        const [left, low] = [column + 0.5, row + 0.5];
        segments.push([left + x1, low + y1, left + x2, low + y2]);
      }
    }
  }
  return segments;
}
