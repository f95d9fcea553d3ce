import * as l10n from '@vscode/l10n';
import type { Lesson, LessonStep } from '../../../src/shared/domain/lesson';
import { Button } from '../../ui/controls';
import { NextIcon, PreviousIcon } from '../../ui/icons';
import { useLearning, useRun } from '../exercises/context';
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { CloseGlyph, InfoGlyph } from '../../ui/controlIcons';
import { changesSentence } from './changes';

interface NotesHeadProps {
  readonly lesson: Lesson;
  /** Index of the step that is being read. */
  readonly step: number;
  readonly onGoTo: (index: number) => void;
}

/** The title of the lesson, and the way from step to step. */
export function NotesHead({ lesson, step, onGoTo }: NotesHeadProps): JSX.Element {
  return (
    <header class="notes-head">
      <p class="eyebrow">{l10n.t('Lesson {0}', lesson.number)}</p>
      <h1>{lesson.title}</h1>
      <nav aria-label={l10n.t('Steps of the lesson')}>
        <Button
          appearance="icon"
          label={l10n.t('Previous step')}
          tip={l10n.t('Previous step')}
          disabled={step <= 0}
          onClick={() => onGoTo(step - 1)}
        >
          <PreviousIcon />
        </Button>
        <span class="step-count">{l10n.t('{0} / {1}', step + 1, lesson.steps.length)}</span>
        <Button
          appearance="icon"
          label={l10n.t('Next step')}
          tip={l10n.t('Next step')}
          disabled={step >= lesson.steps.length - 1}
          onClick={() => onGoTo(step + 1)}
        >
          <NextIcon />
        </Button>
      </nav>
    </header>
  );
}

/** Says that the run before is not lost, and leads back to it. */
export function RunBeforeNotice(): JSX.Element | null {
  const { learning, actions } = useLearning();
  const { before } = learning;
  return before === undefined ? null : (
    <p class="run-before" role="note">
      {l10n.t('Your previous run is at round {0}.', before.round)}{' '}
      <button type="button" class="text-link" onClick={actions.goBackToRunBefore}>
        {l10n.t('Return to it')}
      </button>
    </p>
  );
}

/** Where a sentence was shown first. */
interface Shown {
  readonly sentence: string;
  /** Id of the step; absent once it was dismissed. */
  readonly step: string | undefined;
}

/** Says why the notes may not fit the run: in the first step where that is so, until it is dismissed. */
export function ChangesNotice({ step }: { readonly step: LessonStep | undefined }): JSX.Element | null {
  const { lesson } = useLearning();
  const run = useRun();
  const sentence = step && run && changesSentence(lesson, step, run);
  const [known, setKnown] = useState<readonly Shown[]>([]);
  const before = known.find((each) => each.sentence === sentence);
  useEffect(() => {
    if (step !== undefined && sentence !== undefined && before === undefined) {
      setKnown([...known, { sentence, step: step.id }]);
    }
  }, [sentence, step?.id]);
  if (sentence === undefined || (before !== undefined && before.step !== step?.id)) {
    return null;
  }
  const dismiss = (): void =>
    setKnown(known.map((each) => (each.sentence === sentence ? { sentence, step: undefined } : each)));
  return (
    <div class="changes-notice" role="note">
      <InfoGlyph /> <span>{sentence}</span>
      <button type="button" aria-label={l10n.t('Dismiss')} data-tip={l10n.t('Dismiss')} onClick={dismiss}>
        <CloseGlyph />
      </button>
    </div>
  );
}
