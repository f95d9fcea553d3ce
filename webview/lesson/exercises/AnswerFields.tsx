import type { JSX } from 'preact';
import * as l10n from '@vscode/l10n';
import type { AnswerSpec } from '../../../src/shared/domain/lesson';
import { LessonText } from '../notes/LessonText';
import type { AnswerDraft } from './answerDraft';
import { useUniqueId } from '../../ui/uniqueId';

interface AnswerFieldsProps {
  readonly spec: AnswerSpec;
  readonly draft: AnswerDraft;
  /** Indices of the options as they are read; see `useOptionOrder`. */
  readonly order: readonly number[];
  /** Id of the heading that asks. */
  readonly labelledBy: string;
  readonly onChange: (draft: AnswerDraft) => void;
}

/** One option, several options, or a number to type. */
export function AnswerFields({ spec, draft, order, labelledBy, onChange }: AnswerFieldsProps): JSX.Element {
  const name = useUniqueId();
  if (spec.type === 'number') {
    return (
      <div class="number-answer">
        <label for={name}>{l10n.t('Your number')}</label>
        <input
          id={name}
          type="text"
          inputMode="decimal"
          autoComplete="off"
          value={draft.text}
          onInput={(event) => onChange({ ...draft, text: event.currentTarget.value })}
        />
        {spec.unit !== '' && <span class="unit">{spec.unit}</span>}
        <small class="hint">{l10n.t('Or a calculation, as in -ln 0.2 or 1/3.')}</small>
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
      {order.map((index) => (
        <label key={index} class="option">
          <input
            type={isSingle ? 'radio' : 'checkbox'}
            name={name}
            checked={draft.chosen.includes(index)}
            onChange={(event) => toggle(index, event.currentTarget.checked)}
          />
          <LessonText html={spec.options[index]?.html ?? ''} />
        </label>
      ))}
    </div>
  );
}
