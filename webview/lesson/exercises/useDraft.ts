import { useState } from 'preact/hooks';
import type { AnswerSpec } from '../../../src/shared/domain/lesson';
import { EMPTY_DRAFT } from './answerDraft';
import { useLearning } from './context';
import type { Draft } from './draftBook';

/**
 * What stands in the fields of a section, also after the panel was covered.
 *
 * @returns the draft, and what changes it; `undefined` forgets it, because it was given
 */
export function useDraft(
  section: string,
  spec: AnswerSpec,
): readonly [Draft, (draft: Draft | undefined) => void] {
  const { lesson, actions } = useLearning();
  const key = `${lesson.id}/${section}`;
  const [draft, setDraft] = useState<Draft>(() => withinOptions(actions.drafts.of(key) ?? EMPTY_DRAFT, spec));
  const change = (changed: Draft | undefined): void => {
    setDraft(changed ?? EMPTY_DRAFT);
    actions.drafts.keep(key, changed);
  };
  return [draft, change];
}

/** A lesson of one's own may have other options than when the draft was kept. */
function withinOptions(draft: Draft, spec: AnswerSpec): Draft {
  const count = spec.type === 'number' ? 0 : spec.options.length;
  return { ...draft, chosen: draft.chosen.filter((index) => index < count) };
}
