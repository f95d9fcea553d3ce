import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { LessonFigure } from '../../../src/shared/domain/lesson';
import { ExerciseCard } from './ExerciseCard';

type Figures = typeof import('../figures/Figure');

/** A picture in the notes that answers to its controls. */
export function FigureCard({ section }: { readonly section: LessonFigure }): JSX.Element {
  const [figures, setFigures] = useState<Figures>();
  useEffect(() => {
    let isWanted = true;
    void import('../figures/Figure').then((loaded) => {
      if (isWanted) {
        setFigures(loaded);
      }
    });
    return () => {
      isWanted = false;
    };
  }, []);
  return (
    <ExerciseCard section={section} kind={l10n.t('Figure')}>
      {figures !== undefined && <figures.Figure name={section.shows} />}
    </ExerciseCard>
  );
}
