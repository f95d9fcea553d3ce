import * as v from 'valibot';
import { unreachable } from '../../result';
import { digestOf } from '../collection';
import type { AnswerSpec, Option } from './answers';
import type { LessonStep } from './lesson';
import type { Section } from './sections';
import { FiniteSchema, IndexSchema } from '../numbers';

/** A section that asks something of the learner and counts for the step that it stands in. */
export type Task = Extract<Section, { kind: 'prediction' | 'question' | 'goal' }>;

/** What there is to do in a step, in the order of the text. */
export function tasksOf({ sections }: Pick<LessonStep, 'sections'>): Task[] {
  return sections.filter(
    (section) => section.kind === 'prediction' || section.kind === 'question' || section.kind === 'goal',
  );
}

const DigestSchema = v.pipe(v.string(), v.regex(/^[0-9a-f]{8}$/));

/** What was answered: options, or a number. */
export const GivenAnswerSchema = v.variant('type', [
  v.object({
    type: v.literal('options'),
    /** Indices of the options as they were then; see {@link chosenOptions}. */
    chosen: v.array(IndexSchema),
    /** The words of all options as they were then, see {@link digestOfOption}; absent in answers of version 0.1. */
    among: v.optional(v.array(DigestSchema)),
  }),
  v.object({ type: v.literal('number'), value: FiniteSchema }),
]);

export type GivenAnswer = v.InferOutput<typeof GivenAnswerSchema>;
type GivenOptions = Extract<GivenAnswer, { type: 'options' }>;

/**
 * The same as long as an option says the same, however it is marked up.
 *
 * @returns eight hexadecimal digits
 */
function digestOfOption({ html }: Option): string {
  const words = html
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
  const codePoints = Uint32Array.from(words.normalize('NFC'), (character) => character.codePointAt(0) ?? 0);
  return digestOf(new Uint8Array(codePoints.buffer));
}

/**
 * Which options of today were chosen, also where others were added, removed or moved since. An option whose words are
 * not there is the one in its place if no other has moved: it was reworded, or the lesson is read in another language.
 *
 * @returns their indices; `undefined` where that is not known of one of them
 */
export function chosenOptions(
  options: readonly Option[],
  { chosen, among }: GivenOptions,
): readonly number[] | undefined {
  const today = options.map(digestOfOption);
  const then = among ?? today;
  const areInPlace =
    then.length === today.length &&
    then.every((digest, index) => digest === today[index] || !today.includes(digest));
  const found = chosen.map((index) => {
    const digest = then[index];
    if (digest === undefined) {
      return -1;
    }
    return areInPlace ? index : today.indexOf(digest);
  });
  return found.includes(-1) ? undefined : found;
}

/** An answer that will still be known when the options are others. */
export function lastingAnswer(spec: AnswerSpec, given: GivenAnswer): GivenAnswer {
  return spec.type === 'number' || given.type === 'number'
    ? given
    : { ...given, among: spec.options.map(digestOfOption) };
}

/** A tolerance of 0.01 is to admit 1.396 for 1.386, whose difference is a little more in binary digits. */
const ROUNDING = 1e-9;

/** Whether an answer is right: exactly the correct options, or a number within the tolerance. */
export function isRight(spec: AnswerSpec, given: GivenAnswer): boolean {
  switch (spec.type) {
    case 'single':
    case 'multiple': {
      const chosen = given.type === 'options' ? chosenOptions(spec.options, given) : undefined;
      return (
        chosen !== undefined && spec.options.every(({ correct }, index) => correct === chosen.includes(index))
      );
    }
    case 'number':
      return (
        given.type === 'number' &&
        Math.abs(given.value - spec.value) <= spec.tolerance + ROUNDING * Math.abs(spec.value)
      );
    default:
      return unreachable(spec);
  }
}

/** Whether an answer can be given to this: one option, any number of options, or a number. */
export function isAnswerTo(spec: AnswerSpec, given: GivenAnswer): boolean {
  if (spec.type === 'number' || given.type === 'number') {
    return spec.type === given.type;
  }
  const chosen = chosenOptions(spec.options, given);
  return (
    chosen !== undefined &&
    new Set(chosen).size === chosen.length &&
    (spec.type === 'multiple' || chosen.length === 1)
  );
}
