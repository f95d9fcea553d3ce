import type { JSX } from 'preact';
import type { Deeper, Section, LessonFigure } from '../../../src/shared/domain/lesson';
import { unreachable } from '../../../src/shared/result';
import { ActivityCard } from './ActivityCard';
import { ExperimentCard } from './ExperimentCard';
import { FormulaCard } from './FormulaCard';
import { GoalCard } from './GoalCard';
import { PredictionCard } from './PredictionCard';
import { QuestionCard } from './QuestionCard';
import { TryCard } from './TryCard';
import { LessonText } from '../notes/LessonText';
import { headingId, ExerciseCard } from './ExerciseCard';
import './exercises.css';
import * as l10n from '@vscode/l10n';
import { onDemand } from '../../ui/onDemand';

/** A section of the notes that is no passage. */
export function ExerciseItem({
  section,
}: {
  readonly section: Exclude<Section, { kind: 'passage' }>;
}): JSX.Element {
  switch (section.kind) {
    case 'prediction':
      return <PredictionCard section={section} />;
    case 'question':
      return <QuestionCard section={section} />;
    case 'experiment':
      return <ExperimentCard section={section} />;
    case 'try':
      return <TryCard section={section} />;
    case 'goal':
      return <GoalCard section={section} />;
    case 'formula':
      return <FormulaCard section={section} />;
    case 'activity':
      return <ActivityCard section={section} />;
    case 'figure':
      return <FigureCard section={section} />;
    case 'deeper':
      return <DeeperItem section={section} />;
    default:
      return unreachable(section);
  }
}

/** What goes deeper: folded under its heading until it is opened. */
function DeeperItem({ section }: { readonly section: Deeper }): JSX.Element {
  return (
    <li class="deeper" data-section={section.id}>
      <details>
        <summary>
          <h3 id={headingId(section)} tabIndex={-1}>
            {section.title}
          </h3>
        </summary>
        <LessonText html={section.html} />
      </details>
    </li>
  );
}

const Figure = onDemand(async () => (await import('../figures/Figure')).Figure);

/** A picture in the notes that answers to its controls. */
function FigureCard({ section }: { readonly section: LessonFigure }): JSX.Element {
  return (
    <ExerciseCard section={section} kind={l10n.t('Figure')}>
      <Figure name={section.shows} />
    </ExerciseCard>
  );
}
