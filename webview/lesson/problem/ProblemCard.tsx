import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Position } from '../../../src/shared/domain/phases';
import type { Problem } from '../../../src/shared/result';
import { WarningGlyph } from '../../ui/controlIcons';
import { Button } from '../../ui/controls';
import { bringIntoView } from '../../ui/scrolling';

interface ProblemCardProps {
  readonly problem: Problem;
  /** Where the run can go back to. */
  readonly checkpoint: Position | undefined;
  readonly onRestart: () => void;
  readonly onGoBack: () => void;
}

/** Says in place of the story line why the run has stopped, and offers the ways on. */
export function ProblemCard({ problem, checkpoint, onRestart, onGoBack }: ProblemCardProps): JSX.Element {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => bringIntoView(ref.current, 'nearest', 'instant'), [problem]);
  return (
    <div ref={ref} class="problem-card">
      <WarningGlyph class="warning" />
      <div class="problem-text">
        <h2>{problem.message}</h2>
        <p>{problem.next}</p>
      </div>
      <div class="problem-actions">
        {checkpoint !== undefined && (
          <Button appearance="primary" onClick={onGoBack}>
            {checkpoint.round === 0
              ? l10n.t('Back to the last checkpoint')
              : l10n.t('Back to round {0}', checkpoint.round)}
          </Button>
        )}
        <Button appearance={checkpoint === undefined ? 'primary' : 'secondary'} onClick={onRestart}>
          {l10n.t('Restart')}
        </Button>
      </div>
    </div>
  );
}
