/**
 * The numbers of a list of whole numbers and ranges: "1-3,7" is 1, 2, 3 and 7, each once, in the order in which they are
 * said.
 *
 * @param most how many numbers there may be
 * @returns `undefined` when it is no such list, or a longer one
 */
export function numbersIn(text: string, most: number): number[] | undefined {
  const numbers = new Set<number>();
  for (const part of text.split(/[,，、]/)) {
    const [, first = '', last = first] = /^\s*(\d+)(?:\s*[-–]\s*(\d+))?\s*$/.exec(part) ?? [];
    const [from, to] = [Number(first), Number(last)];
    if (first === '' || to < from || to - from >= most) {
      return undefined;
    }
    for (let number = from; number <= to; number++) {
      numbers.add(number);
    }
  }
  return numbers.size <= most ? [...numbers] : undefined;
}
