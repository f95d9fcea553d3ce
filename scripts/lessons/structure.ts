import { structureOf } from '../../src/lessons/translation/structure';
import type { Lesson } from '../../src/shared/domain/lesson';

/** The first place at which two lessons are built differently, in words, or `undefined` when they are alike. */
export function firstDifference(a: Lesson, b: Lesson): string | undefined {
  const [first, second] = [structureOf(a), structureOf(b)];
  const values = new Map(second.map(({ path, value }) => [path, value]));
  for (const { path, value } of first) {
    if (!values.has(path)) {
      return `${path} is missing`;
    }
    const [wanted, got] = [JSON.stringify(value), JSON.stringify(values.get(path))];
    if (wanted !== got) {
      return `${path} is ${got}, and should be ${wanted}`;
    }
    values.delete(path);
  }
  const [more] = values.keys();
  return more === undefined ? undefined : `${more} is too much`;
}
