import * as l10n from '@vscode/l10n';
import { useId } from 'preact/hooks';
import type { AnswerSpec, GivenAnswer } from '../../../src/shared/lesson';
import { TextField } from '../../ui/controls';
import { LessonText } from '../notes/LessonText';

/** What is chosen or typed before it is given. */
export interface AnswerDraft {
  readonly chosen: readonly number[];
  readonly text: string;
}

export const EMPTY_DRAFT: AnswerDraft = { chosen: [], text: '' };

/** The draft as an answer; `undefined` while it is none. A decimal comma is taken for a point. */
export function givenBy(spec: AnswerSpec, { chosen, text }: AnswerDraft): GivenAnswer | undefined {
  if (spec.type !== 'number') {
    return chosen.length === 0 ? undefined : { type: 'options', chosen: chosen.toSorted((a, b) => a - b) };
  }
  const value = Number(text.trim().replace(',', '.').replace('−', '-'));
  return text.trim() === '' || !Number.isFinite(value) ? undefined : { type: 'number', value };
}

interface AnswerFieldsProps {
  readonly spec: AnswerSpec;
  readonly draft: AnswerDraft;
  /** Id of the heading that asks. */
  readonly labelledBy: string;
  readonly onChange: (draft: AnswerDraft) => void;
}

/** One option, several options, or a number to type. */
export function AnswerFields({ spec, draft, labelledBy, onChange }: AnswerFieldsProps) {
  const name = useId();
  if (spec.type === 'number') {
    return (
      <div class="number-answer">
        <TextField
          label={l10n.t('Your number')}
          value={draft.text}
          invalid={false}
          inputMode="decimal"
          onType={(text) => onChange({ ...draft, text })}
          onDone={() => undefined}
        />
        {spec.unit !== '' && <span class="unit">{spec.unit}</span>}
      </div>
    );
  }
  const isSingle = spec.type === 'single';
  const toggle = (index: number, checked: boolean): void => {
    const others = isSingle ? [] : draft.chosen.filter((each) => each !== index);
    onChange({ ...draft, chosen: checked ? [...others, index] : others });
  };
  return (
    <div class="options" role={isSingle ? 'radiogroup' : 'group'} aria-labelledby={labelledBy}>
      {!isSingle && <p class="hint">{l10n.t('One or more are right.')}</p>}
      {spec.options.map((option, index) => (
        <label key={index} class="option">
          <input
            type={isSingle ? 'radio' : 'checkbox'}
            name={name}
            checked={draft.chosen.includes(index)}
            onChange={(event) => toggle(index, event.currentTarget.checked)}
          />
          <LessonText html={option.html} />
        </label>
      ))}
    </div>
  );
}
