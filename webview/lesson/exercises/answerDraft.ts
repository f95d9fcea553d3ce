import type { AnswerSpec, GivenAnswer } from '../../../src/shared/domain/lesson';
import { typedValue } from '../../ui/typedNumber';

/** What is chosen or typed before it is given. */
export interface AnswerDraft {
  readonly chosen: readonly number[];
  readonly text: string;
}

export const EMPTY_DRAFT: AnswerDraft = { chosen: [], text: '' };

/** The draft as an answer; `undefined` while it is none. A number may be a calculation. */
export function givenBy(spec: AnswerSpec, { chosen, text }: AnswerDraft): GivenAnswer | undefined {
  if (spec.type !== 'number') {
    return chosen.length === 0 ? undefined : { type: 'options', chosen: chosen.toSorted((a, b) => a - b) };
  }
  const value = typedValue(text, spec.unit);
  return value === undefined ? undefined : { type: 'number', value };
}
