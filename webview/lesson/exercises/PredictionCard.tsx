import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { experimentFor, type Prediction } from '../../../src/shared/domain/lesson';
import {
  answersTo,
  isSeen,
  CONFIDENCES,
  LONGEST_REASON,
  type Answer,
} from '../../../src/shared/domain/progress';
import { Button } from '../../ui/controls';
import { givenBy } from './answerDraft';
import { AnswerFields } from './AnswerFields';
import { useLearning, useRun } from './context';
import { ExerciseCard, headingId } from './ExerciseCard';
import { GivenAnswers } from './GivenAnswers';
import { PredictionWaits } from './PredictionWaits';
import { confidenceName } from '../../../src/shared/words/confidenceName';
import { showsOutcome } from './standings';
import { useOptionOrder } from './optionOrder';
import { useDraft } from './useDraft';
import { useUniqueId } from '../../ui/uniqueId';

/** Something to foretell. What was said stays, and what happens is put beside it when a run has shown it. */
export function PredictionCard({ section }: { readonly section: Prediction }): JSX.Element {
  const { learning, lesson } = useLearning();
  const [answer] = answersTo(learning.progress, section.id);
  const revealed = answer !== undefined && Object.hasOwn(learning.progress.revealed, section.id);
  const experiment = experimentFor(lesson, section);
  const order = useOptionOrder(section.id, section.answer);
  const run = useRun();
  const shown =
    isSeen(learning.progress, section.id) || (run !== undefined && showsOutcome(lesson, section, run));
  return (
    <ExerciseCard
      section={section}
      kind={l10n.t('Predict')}
      done={revealed ? l10n.t('seen') : answer && l10n.t('given')}
    >
      {answer === undefined ? (
        <>
          {shown && (
            <p class="hint">
              {l10n.t(
                'A run has already shown what happens, so your prediction will be marked as made afterwards.',
              )}
            </p>
          )}
          <PredictionForm section={section} />
        </>
      ) : (
        <>
          <GivenAnswers
            spec={section.answer}
            given={answer.given}
            order={order}
            revealed={revealed}
            chosenName={l10n.t('You said')}
            rightName={l10n.t('What happens')}
          />
          <Because answer={answer} />
          {!revealed && <PredictionWaits section={section} experiment={experiment} />}
        </>
      )}
    </ExerciseCard>
  );
}

function Because({ answer: { reason, confidence, afterOutcome } }: { answer: Answer }): JSX.Element {
  return (
    <>
      {afterOutcome === true && <p class="hint">{l10n.t('Made after a run had shown what happens.')}</p>}
      {reason !== undefined && reason !== '' && <blockquote class="reason">{reason}</blockquote>}
      {confidence !== undefined && (
        <p class="hint">{l10n.t('How sure you were: {0}.', confidenceName(confidence))}</p>
      )}
    </>
  );
}

function PredictionForm({ section }: { readonly section: Prediction }): JSX.Element {
  const { actions } = useLearning();
  const order = useOptionOrder(section.id, section.answer);
  const [draft, setDraft] = useDraft(section.id, section.answer);
  const { reason = '', confidence } = draft;
  const [missing, setMissing] = useState<string | undefined>(undefined);
  const reasonId = useUniqueId();
  const confidenceGroup = useUniqueId();
  const give = (): void => {
    const given = givenBy(section.answer, draft);
    if (given === undefined || confidence === undefined) {
      setMissing(
        given === undefined ? l10n.t('First say what you expect.') : l10n.t('Say how sure you are, too.'),
      );
      return;
    }
    const because = reason.trim();
    actions.answer(section.id, { given, confidence, ...(because !== '' && { reason: because }) });
    setDraft(undefined);
    actions.say(l10n.t('Your prediction is kept.'));
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        give();
      }}
    >
      <AnswerFields
        spec={section.answer}
        draft={draft}
        order={order}
        labelledBy={headingId(section)}
        onChange={(changed) => {
          setDraft({ ...draft, ...changed });
          setMissing(undefined);
        }}
      />
      <label class="field-label" for={reasonId}>
        {l10n.t('Why? In your own words (if you like)')}
      </label>
      <textarea
        id={reasonId}
        rows={2}
        maxLength={LONGEST_REASON}
        value={reason}
        onInput={(event) => setDraft({ ...draft, reason: event.currentTarget.value })}
      />
      <fieldset class="confidence">
        <legend>{l10n.t('How sure are you? Choose one.')}</legend>
        {CONFIDENCES.map((each) => (
          <label key={each} class="option">
            <input
              type="radio"
              name={confidenceGroup}
              required
              checked={confidence === each}
              onChange={() => {
                setDraft({ ...draft, confidence: each });
                setMissing(undefined);
              }}
            />
            <span>{confidenceName(each)}</span>
          </label>
        ))}
      </fieldset>
      <p class="hint">{l10n.t('You can’t change it afterwards.')}</p>
      <div class="exercise-actions">
        <Button appearance="secondary" onClick={give}>
          {l10n.t('Lock in my prediction')}
        </Button>
      </div>
      {missing !== undefined && (
        <p class="missing" role="alert">
          {missing}
        </p>
      )}
    </form>
  );
}
