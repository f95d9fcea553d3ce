import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { isRight, type AnswerSpec, type GivenAnswer, type Question } from '../../../src/shared/domain/lesson';
import { answersTo } from '../../../src/shared/domain/progress';
import { Button } from '../../ui/controls';
import { join } from '../../ui/l10n';
import { LessonText } from '../notes/LessonText';
import { givenBy, type AnswerDraft } from './answerDraft';
import { AnswerFields } from './AnswerFields';
import { useLearning } from './context';
import { ExerciseCard, headingId } from './ExerciseCard';
import { GivenAnswers } from './GivenAnswers';
import { useOptionOrder } from './optionOrder';
import { useDraft } from './useDraft';

/** A question that can be answered until the answer is right; each wrong one says what is wrong about it. */
export function QuestionCard({ section }: { readonly section: Question }): JSX.Element {
  const { learning, actions } = useLearning();
  const { answer: spec, from, id } = section;
  const origin = learning.course.find((card) => card.id === from);
  const answers = answersTo(learning.progress, id);
  const right = answers.find(({ given }) => isRight(spec, given));
  const order = useOptionOrder(id, spec);
  const [draft, setDraft] = useDraft(id, spec);
  /** The answer that was checked last and still stands in the fields. */
  const [checked, setChecked] = useState<GivenAnswer | undefined>(undefined);
  const [isMissing, setMissing] = useState(false);
  const check = (): void => {
    const given = givenBy(spec, draft);
    setMissing(given === undefined);
    if (given !== undefined) {
      setChecked(given);
      actions.answer(id, { given });
      if (isRight(spec, given)) {
        setDraft(undefined);
      }
      actions.say(spokenVerdict(spec, given, isExplained(spec, answers.length + 1)));
    }
  };
  const change = (changed: AnswerDraft): void => {
    setDraft(changed);
    setChecked(undefined);
    setMissing(false);
  };
  return (
    <ExerciseCard
      section={section}
      kind={from === undefined ? l10n.t('Question') : l10n.t('Do you remember?')}
      done={right && l10n.t('right')}
    >
      {origin !== undefined && (
        <p class="hint">{l10n.t('From lesson {0}: {1}', origin.number, origin.title)}</p>
      )}
      {right === undefined ? (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            check();
          }}
        >
          <AnswerFields
            spec={spec}
            draft={draft}
            order={order}
            labelledBy={headingId(section)}
            onChange={change}
          />
          <div class="exercise-actions">
            <Button onClick={check}>{l10n.t('Check')}</Button>
          </div>
          {/* Below the button, so that it stays under the pointer. */}
          {checked !== undefined && (
            <WrongAnswer spec={spec} given={checked} isExplained={isExplained(spec, answers.length)} />
          )}
          {isMissing && (
            <p class="missing" role="alert">
              {spec.type === 'number' ? l10n.t('Type a number first.') : l10n.t('Choose an answer first.')}
            </p>
          )}
        </form>
      ) : (
        <>
          <GivenAnswers
            spec={spec}
            given={right.given}
            order={order}
            revealed
            chosenName={l10n.t('Your answer')}
            rightName={l10n.t('Right')}
          />
          {answers.length > 1 && <p class="hint">{triesText(answers.length)}</p>}
        </>
      )}
    </ExerciseCard>
  );
}

/** Wrong numbers that get no more than a hint; the explanation that follows says what is right. */
const HINTS = 1;

/** Whether an answer is explained, after so many of them. What is wrong about an option gives nothing away. */
function isExplained(spec: AnswerSpec, answers: number): boolean {
  return spec.type !== 'number' || answers > HINTS;
}

function spokenVerdict(spec: AnswerSpec, given: GivenAnswer, explained: boolean): string {
  const right = isRight(spec, given);
  return join(
    right ? l10n.t('Right.') : l10n.t('Not right.'),
    ...(right || explained ? feedbackOf(spec, given).map(plainText) : [hintOf(spec, given)]),
  );
}

/** In which direction a wrong number is to be mended. */
function hintOf(spec: AnswerSpec, given: GivenAnswer): string | undefined {
  if (spec.type !== 'number' || given.type !== 'number') {
    return undefined;
  }
  return given.value > spec.value ? l10n.t('Your number is too large.') : l10n.t('Your number is too small.');
}

function triesText(tries: number): string {
  return tries === 2 ? l10n.t('Right on the second try.') : l10n.t('Right on try {0}.', tries);
}

/** What there is to say on an answer: on each option that was chosen, or on the number. */
function feedbackOf(spec: AnswerSpec, given: GivenAnswer): string[] {
  if (spec.type === 'number' || given.type === 'number') {
    return spec.type === 'number' ? [spec.feedback] : [];
  }
  const wrong = given.chosen.filter((index) => spec.options[index]?.correct !== true);
  const told = wrong.length > 0 ? wrong : given.chosen;
  return told.flatMap((index) => spec.options[index]?.feedback ?? []);
}

interface WrongAnswerProps {
  readonly spec: AnswerSpec;
  readonly given: GivenAnswer;
  readonly isExplained: boolean;
}

function WrongAnswer({ spec, given, isExplained: explained }: WrongAnswerProps): JSX.Element {
  if (!explained) {
    return (
      <div class="wrong-answer">
        <p>
          <b>{l10n.t('Not right. Try again.')}</b> {hintOf(spec, given)}
        </p>
      </div>
    );
  }
  const isIncomplete =
    spec.type !== 'number' &&
    given.type === 'options' &&
    given.chosen.every((index) => spec.options[index]?.correct === true);
  return (
    <div class="wrong-answer">
      <p>
        <b>
          {isIncomplete
            ? l10n.t('So far right, but something is missing.')
            : l10n.t('Not right. Read why, and try again.')}
        </b>
      </p>
      {!isIncomplete &&
        feedbackOf(spec, given).map((html, index) => (
          <LessonText key={index} html={html} class="answer-feedback" />
        ))}
    </div>
  );
}

/** The words of a lesson's HTML, for a screen reader. Nothing in it is run or loaded. */
function plainText(html: string): string {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  return (body.textContent ?? '').replaceAll(/\s+/g, ' ').trim();
}
