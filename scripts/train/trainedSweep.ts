import type { SweepPlan, Trial } from '../../src/shared/domain/sweeps/plan';
import { measuresAtEnd, type SweepEnd } from '../../src/shared/domain/sweeps/summary';
import { trainInThreads } from '../threads/trainInThreads';

/**
 * Trains the runs of a sweep, so many at a time, each in a thread of its own.
 *
 * @param script the module to run in a thread, which calls `trainInThread`
 * @param done called after each run
 * @returns how each ended, by its index
 */
export async function trainSweep(
  script: URL,
  { rounds }: SweepPlan,
  runs: readonly Trial[],
  jobs: number,
  done: () => void,
): Promise<ReadonlyMap<number, SweepEnd>> {
  const jobsOfTrials = runs.map(({ index, hyperparameters }) => ({
    id: String(index),
    title: '',
    hyperparameters,
    changes: [],
    round: rounds,
  }));
  const outcomes = await trainInThreads(script, jobsOfTrials, jobs, done);
  return new Map(
    outcomes.map((outcome): [number, SweepEnd] => [
      Number(outcome.id),
      outcome.kind === 'done'
        ? { kind: 'done', round: outcome.round, measures: measuresAtEnd(outcome.series) }
        : { kind: 'failed', message: outcome.message },
    ]),
  );
}
