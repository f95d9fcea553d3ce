import assert from 'node:assert/strict';
import { engineWorker } from '../../../scripts/threads/engineWorker';
import { trialsOf, type SweepPlan } from '../../../src/shared/domain/sweeps/plan';
import type { SavedRun } from '../../../src/shared/wire/checkpoint';
import type { TrialOutcome } from '../../../src/shared/wire/sweep';
import { Rerunner } from '../../../webview/rerun/rerunner';
import { SweepTraining, type SweepProgress } from '../../../webview/sweep/sweepTraining';
import { pageTimers } from '../../../webview/ui/timers';
import { RunHistory } from '../../../webview/gan/history/runHistory';
import { SMALL, trainerOf, valueOf } from '../gan/support';

const PICTURE = 'data:image/png;base64,';
const PLAN: SweepPlan = {
  hyperparameters: SMALL,
  varied: { name: 'generatorSteps', values: [1, 2] },
  seeds: [1, 2],
  rounds: 10,
  success: { measure: 'miniFid', is: 'below', value: 100 },
};

/** A sweep with the engine itself, each trial in a worker of this thread. */
function sweepOf({
  plan = PLAN,
  outcomes = [],
  processors = 2,
}: { plan?: SweepPlan; outcomes?: readonly TrialOutcome[]; processors?: number } = {}) {
  const ended: { readonly outcome: TrialOutcome; readonly run: SavedRun | undefined }[] = [];
  const seen: SweepProgress[] = [];
  const waiting = new Set<() => void>();
  const training = new SweepTraining(
    { plan, trials: valueOf(trialsOf(plan, 32)), collection: undefined, outcomes },
    {
      createRerunner: () => new Rerunner(() => Promise.resolve(engineWorker()), undefined, pageTimers),
      processors,
      draw: () => PICTURE,
      progressed: (progress) => {
        seen.push(progress);
        waiting.forEach((look) => look());
      },
      ended: (outcome, run) => ended.push({ outcome, run }),
    },
  );
  const until = (holds: (progress: SweepProgress) => boolean) =>
    new Promise<void>((resolve) => {
      const look = (): void => {
        if (holds(training.progress)) {
          waiting.delete(look);
          resolve();
        }
      };
      waiting.add(look);
      look();
    });
  return { training, ended, seen, until };
}

describe('The training of a sweep', () => {
  it('trains every trial bit for bit as the run of a lesson, and ends with where it stands', async () => {
    const { training, ended, until } = sweepOf();
    training.goOn();
    await until(({ isTraining }) => !isTraining);
    assert.deepEqual(
      ended.map(({ outcome: { index } }) => index).toSorted((a, b) => a - b),
      [0, 1, 2, 3],
    );
    const history = new RunHistory(await trainerOf({ ...SMALL, seed: 2, generatorSteps: 2 }));
    history.trainer.prepareMeasurements();
    for (let round = 0; round < PLAN.rounds; round++) {
      valueOf(history.runRound());
    }
    const { series } = history.frame({ playing: false, wholeRounds: true });
    const last = ended.find(({ outcome }) => outcome.index === 3);
    assert.ok(last?.outcome.kind === 'done');
    assert.equal(last.outcome.measures.miniFid, series?.quality.miniFid.at(-1));
    assert.equal(last.outcome.measures.generatorLoss, series?.perRound.generatorLoss.at(-1));
    assert.deepEqual(last.run?.position, { round: PLAN.rounds, phasesDone: 0 });
    assert.deepEqual(last.run?.hyperparameters, { ...SMALL, seed: 2, generatorSteps: 2 });
    history.dispose();
  });

  it('takes as many workers as there are processors to spare, one fewer while the stage plays', async () => {
    const { training, seen, until } = sweepOf({ processors: 3 });
    training.stage(true);
    training.goOn();
    assert.equal(training.progress.running.size, 2);
    training.stage(false);
    assert.equal(training.progress.running.size, 3);
    await until(({ isTraining }) => !isTraining);
    assert.equal(Math.max(...seen.map(({ running }) => running.size)), 3);
  });

  it('keeps what is complete when it is stopped, and goes on with the rest', async () => {
    const { training, ended, until } = sweepOf({ processors: 1 });
    training.goOn();
    await until(({ outcomes }) => outcomes.size === 1);
    training.stop();
    assert.deepEqual([training.progress.isTraining, training.progress.running.size], [false, 0]);
    assert.equal(ended.length, 1);
    training.goOn();
    await until(({ isTraining }) => !isTraining);
    assert.deepEqual(ended.map(({ outcome }) => outcome.index).toSorted(), [0, 1, 2, 3]);
  });

  it('trains nothing twice after a reload', async () => {
    const known: TrialOutcome[] = [0, 1, 2].map((index) => ({
      kind: 'done',
      index,
      round: 10,
      measures: { miniFid: 1 },
      picture: PICTURE,
    }));
    const { training, ended, until } = sweepOf({ outcomes: known });
    training.goOn();
    await until(({ isTraining }) => !isTraining);
    assert.deepEqual(
      ended.map(({ outcome }) => outcome.index),
      [3],
    );
    assert.equal(training.progress.outcomes.size, 4);
  });

  it('has the last good round of a trial that is no longer finite', async () => {
    const exploding = { loss: 'naiveLogSigmoid', discriminatorLearningRate: 1, r1Weight: 0 } as const;
    const { training, ended, until } = sweepOf({
      plan: { ...PLAN, hyperparameters: { ...SMALL, ...exploding }, seeds: [1], rounds: 200 },
    });
    training.goOn();
    await until(({ isTraining }) => !isTraining);
    for (const { outcome, run } of ended) {
      assert.ok(outcome.kind === 'done' && outcome.round < 200);
      assert.equal(run?.position.round, outcome.round);
    }
  });
});
