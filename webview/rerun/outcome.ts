import * as l10n from '@vscode/l10n';
import type { RunSeries } from '../../src/shared/domain/measures';
import type { RerunJob, RerunOutcome, RerunPictures } from '../../src/shared/wire/rerun';
import type { RunFrame } from '../../src/shared/wire/run';
import type { Rerunner } from './rerunner';

/**
 * Runs a job and draws how it ended. Always has an outcome, since the host waits for one of every job.
 *
 * @param draw draws the samples and the quality of the run, up to its last frame
 * @param progressed called with the complete rounds, now and then
 */
export async function outcomeOf(
  rerunner: Pick<Rerunner, 'run'>,
  job: RerunJob,
  draw: (frame: RunFrame, series: RunSeries) => Promise<RerunPictures>,
  progressed: (round: number) => void,
): Promise<RerunOutcome> {
  const { id } = job;
  try {
    const end = await rerunner.run(job, progressed);
    if (end.kind === 'failed') {
      return { kind: 'failed', id, ...end.problem };
    }
    const { frame, backend } = end;
    const { series, position } = frame;
    if (series === undefined) {
      throw new Error('The run has no measurements.');
    }
    const pictures = await draw(frame, series);
    return { kind: 'done', id, backend, round: position.round, series, pictures };
  } catch (error) {
    return {
      kind: 'failed',
      id,
      message: l10n.t(
        'The result of the run could not be shown. {0}',
        error instanceof Error ? error.message : String(error),
      ),
      next: l10n.t('Reload the window and try again.'),
    };
  }
}
