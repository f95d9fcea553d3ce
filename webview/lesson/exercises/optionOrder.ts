import type { AnswerSpec } from '../../../src/shared/domain/lesson';
import { useLearning } from './context';

/**
 * The order in which a learner reads the options of a section: always the same for them, and another for the next, so
 * that the place of an option says nothing of it.
 *
 * @param learner a whole number; absent where options are read as they were written
 * @returns each index of an option once
 */
export function optionOrder(count: number, learner: number | undefined, section: string): readonly number[] {
  const order = Array.from({ length: count }, (_, index) => index);
  if (learner === undefined) {
    return order;
  }
  const random = randomOf(`${learner}/${section}`);
  // Fisher and Yates.
  for (let last = count - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    [order[last], order[other]] = [order[other] ?? other, order[last] ?? last];
  }
  return order;
}

/** Order of the options of a section for this learner; none for a number. */
export function useOptionOrder(section: string, spec: AnswerSpec): readonly number[] {
  const { learning } = useLearning();
  return optionOrder(spec.type === 'number' ? 0 : spec.options.length, learning.optionOrder, section);
}

/** Numbers from 0 to below 1: FNV-1a of the text, stepped by mulberry32 (public domain). */
function randomOf(text: string): () => number {
  let state = [...text].reduce(
    (hash, character) => Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193),
    0x811c9dc5,
  );
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
