import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import { unreachable } from '../../src/shared/result';
import { Button } from '../ui/controls';

/** How far one of the runs is. */
export interface RunProgress {
  readonly id: string;
  readonly title: string;
  /** Complete rounds, and how many there are to be. */
  readonly round: number;
  readonly of: number;
  readonly state: 'waiting' | 'running' | 'done' | 'failed';
}

interface RerunPageProps {
  readonly title: string;
  /** What the runs are for. */
  readonly intro: string;
  readonly runs: readonly RunProgress[];
  /** Leaves out one of several; absent where there is but one. */
  readonly onSkip?: (id: string) => void;
  readonly onCancel: () => void;
}

/** Shows how far the runs are, and lets the person end it. */
export function RerunPage({ title, intro, runs, onSkip, onCancel }: RerunPageProps): JSX.Element {
  const done = runs.filter(({ state }) => state === 'done' || state === 'failed').length;
  return (
    <main class="rerun">
      <h1>{title}</h1>
      <p>{intro}</p>
      <p role="status">{l10n.t('{0} of {1} runs are done.', done, runs.length)}</p>
      <ol>
        {runs.map((run) => (
          <li key={run.id} class={run.state}>
            <label>
              <span class="run-title">{run.title}</span>
              <progress max={Math.max(1, run.of)} value={run.round} />
            </label>
            <span class="run-state">{stateText(run)}</span>
            {run.state === 'running' && onSkip && (
              <Button onClick={() => onSkip(run.id)}>{l10n.t('Skip')}</Button>
            )}
          </li>
        ))}
      </ol>
      <Button onClick={onCancel}>{l10n.t('Cancel')}</Button>
    </main>
  );
}

function stateText({ state, round, of }: RunProgress): string {
  switch (state) {
    case 'waiting':
      return l10n.t('waiting');
    case 'running':
      return l10n.t('round {0} of {1}', round, of);
    case 'done':
      return l10n.t('done, round {0}', round);
    case 'failed':
      return l10n.t('could not be run');
    default:
      return unreachable(state);
  }
}
