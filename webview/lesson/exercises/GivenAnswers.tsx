import type { JSX } from 'preact';
import * as l10n from '@vscode/l10n';
import { chosenOptions, type AnswerSpec, type GivenAnswer } from '../../../src/shared/domain/lesson';
import { CheckGlyph } from '../../ui/controlIcons';
import { LessonText } from '../notes/LessonText';

interface GivenAnswersProps {
  readonly spec: AnswerSpec;
  readonly given: GivenAnswer;
  /** Indices of the options as they are read; see `useOptionOrder`. */
  readonly order: readonly number[];
  /** What is right is shown, with the reason and the reason for what was chosen. */
  readonly revealed: boolean;
  /** How what was chosen is called. */
  readonly chosenName: string;
  /** How what is right is called. */
  readonly rightName: string;
}

/** An answer that can no longer be changed, beside what is right once that is shown. */
export function GivenAnswers({
  spec,
  given,
  order,
  revealed,
  chosenName,
  rightName,
}: GivenAnswersProps): JSX.Element {
  if (spec.type === 'number') {
    const said = given.type === 'number' ? given.value : '–';
    return (
      <div class="given">
        <p>
          <b>{chosenName}:</b> {withUnit(said, spec.unit)}
        </p>
        {revealed && (
          <>
            <p class="right">
              <CheckGlyph /> <b>{rightName}:</b> {withUnit(spec.value, spec.unit)}
            </p>
            <LessonText html={spec.feedback} class="answer-feedback" />
          </>
        )}
      </div>
    );
  }
  const chosen = given.type === 'options' ? chosenOptions(spec.options, given) : [];
  return (
    <>
      {chosen === undefined && (
        <p class="hint">{l10n.t('You chose an option that this lesson no longer has.')}</p>
      )}
      <ul class="given">
        {order.map((index) => {
          const { html = '', correct = false, feedback = '' } = spec.options[index] ?? {};
          const isChosen = chosen?.includes(index) === true;
          const isRight = revealed && correct;
          return (
            <li key={index} class={`${isChosen ? 'chosen' : ''} ${isRight ? 'right' : ''}`}>
              <LessonText html={html} />
              <p class="tags">
                {isChosen && <span class="tag">{chosenName}</span>}
                {isRight && (
                  <span class="tag right">
                    <CheckGlyph /> {rightName}
                  </span>
                )}
              </p>
              {revealed && (isChosen || correct) && <LessonText html={feedback} class="answer-feedback" />}
            </li>
          );
        })}
      </ul>
    </>
  );
}

function withUnit(value: number | string, unit: string): string {
  return unit === '' ? String(value) : l10n.t('{0} {1}', value, unit);
}
