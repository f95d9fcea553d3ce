import type { JSX } from 'preact';
import * as l10n from '@vscode/l10n';
import type { LessonStep } from '../../../src/shared/domain/lesson';
import { isStepDone } from '../../../src/shared/domain/progress';
import { CheckGlyph } from '../../ui/controlIcons';
import { useLearning } from '../exercises/context';
import { ExerciseItem } from '../exercises/ExerciseItem';
import { StepEnd } from '../exercises/StepEnd';
import { LessonText } from './LessonText';
import { PassageItem } from './PassageItem';

interface StepTextProps {
  readonly step: LessonStep;
  /** Its index in the lesson. */
  readonly index: number;
  /** The step that follows, if there is one. */
  readonly following: LessonStep | undefined;
  /** Id of the marked passage. */
  readonly marked: string | undefined;
  readonly onChoosePassage: (id: string) => void;
  readonly onGoTo: (index: number) => void;
}

/** A step of the lesson: its text, and its sections in their order. */
export function StepText({
  step,
  index,
  following,
  marked,
  onChoosePassage,
  onGoTo,
}: StepTextProps): JSX.Element {
  return (
    <section class="step" data-step={index} data-step-id={step.id}>
      <h2 tabIndex={-1}>
        {step.title}
        <DoneMark step={step} />
      </h2>
      <LessonText html={step.html} />
      <ol class="sections">
        {step.sections.map((section) =>
          section.kind === 'passage' ? (
            <PassageItem
              key={section.id}
              passage={section}
              marked={section.id === marked}
              onChoose={onChoosePassage}
            />
          ) : (
            <ExerciseItem key={section.id} section={section} />
          ),
        )}
      </ol>
      <StepEnd step={step} following={following} onGoOn={() => onGoTo(index + 1)} />
    </section>
  );
}

function DoneMark({ step }: { readonly step: LessonStep }): JSX.Element | null {
  const { learning } = useLearning();
  return isStepDone(step, learning.progress) ? (
    <span class="step-done" role="img" aria-label={l10n.t('done')}>
      <CheckGlyph />
    </span>
  ) : null;
}
