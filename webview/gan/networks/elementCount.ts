export function elementCount(shape: readonly number[]): number {
  return shape.reduce((product, length) => product * length, 1);
}
