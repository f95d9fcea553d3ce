import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import type { LessonFigure } from '../../../src/shared/domain/lesson';
import { onDemand } from '../../ui/onDemand';
import { ExerciseCard } from './ExerciseCard';

const Figure = onDemand(async () => (await import('../figures/Figure')).Figure);

/** A picture in the notes that answers to its controls. */
export function FigureCard({ section }: { readonly section: LessonFigure }): JSX.Element {
  return (
    <ExerciseCard section={section} kind={l10n.t('Figure')}>
      <Figure name={section.shows} />
    </ExerciseCard>
  );
}
