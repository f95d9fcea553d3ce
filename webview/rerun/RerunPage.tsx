import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import { unreachable } from '../../src/shared/result';
import type { RerunJob } from '../../src/shared/wire/rerun';
import { Button } from '../ui/controls';

/** How far one of the jobs is. */
export interface JobProgress {
  readonly job: RerunJob;
  /** Complete rounds. */
  readonly round: number;
  readonly state: 'waiting' | 'running' | 'done' | 'failed';
}

interface RerunPageProps {
  readonly title: string;
  /** What the jobs are for. */
  readonly intro: string;
  readonly jobs: readonly JobProgress[];
  /** Leaves out one of several; absent where there is but one. */
  readonly onSkip?: (id: string) => void;
  readonly onCancel: () => void;
}

/** Shows how far the runs are, and lets the person end it. */
export function RerunPage({ title, intro, jobs, onSkip, onCancel }: RerunPageProps): JSX.Element {
  const done = jobs.filter(({ state }) => state === 'done' || state === 'failed').length;
  return (
    <main class="rerun">
      <h1>{title}</h1>
      <p>{intro}</p>
      <p role="status">{l10n.t('{0} of {1} runs are done.', done, jobs.length)}</p>
      <ol>
        {jobs.map(({ job, round, state }) => (
          <li key={job.id} class={state}>
            <label>
              <span class="run-title">{job.title}</span>
              <progress max={Math.max(1, job.round)} value={round} />
            </label>
            <span class="run-state">{stateText(state, round, job.round)}</span>
            {state === 'running' && onSkip && (
              <Button onClick={() => onSkip(job.id)}>{l10n.t('Skip')}</Button>
            )}
          </li>
        ))}
      </ol>
      <Button onClick={onCancel}>{l10n.t('Cancel')}</Button>
    </main>
  );
}

function stateText(state: JobProgress['state'], round: number, of: number): string {
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
