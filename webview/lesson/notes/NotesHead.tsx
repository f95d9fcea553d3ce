import * as l10n from '@vscode/l10n';
import type { Lesson } from '../../../src/shared/domain/lesson';
import { Button } from '../../ui/controls';
import { NextIcon, PreviousIcon } from '../../ui/icons';

interface NotesHeadProps {
  readonly lesson: Lesson;
  /** Index of the step that is being read. */
  readonly step: number;
  readonly onGoTo: (index: number) => void;
}

/** The title of the lesson, and the way from step to step. */
export function NotesHead({ lesson, step, onGoTo }: NotesHeadProps) {
  return (
    <header class="notes-head">
      <p class="eyebrow">{l10n.t('Lesson {0}', lesson.number)}</p>
      <h1>{lesson.title}</h1>
      <nav aria-label={l10n.t('Steps of the lesson')}>
        <Button
          appearance="icon"
          label={l10n.t('Previous step')}
          title={l10n.t('Previous step')}
          disabled={step <= 0}
          onClick={() => onGoTo(step - 1)}
        >
          <PreviousIcon />
        </Button>
        <span class="step-count">{l10n.t('{0} / {1}', step + 1, lesson.steps.length)}</span>
        <Button
          appearance="icon"
          label={l10n.t('Next step')}
          title={l10n.t('Next step')}
          disabled={step >= lesson.steps.length - 1}
          onClick={() => onGoTo(step + 1)}
        >
          <NextIcon />
        </Button>
      </nav>
    </header>
  );
}
