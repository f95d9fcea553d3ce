import * as v from 'valibot';
import { unreachable } from '../../result';
import type { AnswerSpec } from './answers';
import type { LessonStep } from './lesson';
import type { Section } from './sections';

/** A section that asks something of the learner and counts for the step that it stands in. */
export type Task = Extract<Section, { kind: 'prediction' | 'question' | 'goal' }>;

/** What there is to do in a step, in the order of the text. */
export function tasksOf({ sections }: Pick<LessonStep, 'sections'>): Task[] {
  return sections.filter(
    (section) => section.kind === 'prediction' || section.kind === 'question' || section.kind === 'goal',
  );
}

/** What was answered: options by their index in the text, or a number. */
export const GivenAnswerSchema = v.variant('type', [
  v.object({
    type: v.literal('options'),
    chosen: v.array(v.pipe(v.number(), v.integer(), v.minValue(0))),
  }),
  v.object({ type: v.literal('number'), value: v.pipe(v.number(), v.finite()) }),
]);

export type GivenAnswer = v.InferOutput<typeof GivenAnswerSchema>;

/** A tolerance of 0.01 is to admit 1.396 for 1.386, whose difference is a little more in binary digits. */
const ROUNDING = 1e-9;

/** Whether an answer is right: exactly the correct options, or a number within the tolerance. */
export function isRight(spec: AnswerSpec, given: GivenAnswer): boolean {
  switch (spec.type) {
    case 'single':
    case 'multiple':
      return (
        given.type === 'options' &&
        spec.options.every(({ correct }, index) => correct === given.chosen.includes(index)) &&
        given.chosen.every((index) => index < spec.options.length)
      );
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
  const { chosen } = given;
  return (
    new Set(chosen).size === chosen.length &&
    chosen.every((index) => index < spec.options.length) &&
    (spec.type === 'multiple' || chosen.length === 1)
  );
}
