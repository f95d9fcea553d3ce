import assert from 'node:assert/strict';
import { PICTURE_DEFAULTS } from '../../src/shared/domain/hyperparameters';
import { trialsOf, type SweepPlan } from '../../src/shared/domain/sweeps/plan';
import type { TrialOutcome } from '../../src/shared/wire/sweep';
import { SweepPage } from '../../webview/sweep/SweepPage';
import type { SweepProgress } from '../../webview/sweep/sweepTraining';
import { clearScreens, screenOf } from './screen';

const PLAN: SweepPlan = {
  hyperparameters: PICTURE_DEFAULTS,
  varied: { name: 'loss', values: ['nonSaturating', 'hinge'] },
  seeds: [1, 2],
  rounds: 100,
  success: { measure: 'miniFid', is: 'below', value: 0.1 },
};

function done(index: number, miniFid: number, round = 100): TrialOutcome {
  return { kind: 'done', index, round, measures: { miniFid }, picture: 'data:image/png;base64,AAAA' };
}

function pageOf({
  isTraining = false,
  outcomes = [],
  running = [],
}: {
  readonly isTraining?: boolean;
  readonly outcomes?: readonly TrialOutcome[];
  readonly running?: readonly (readonly [number, number])[];
}) {
  const asked: string[] = [];
  const trials = trialsOf(PLAN, 32);
  assert.ok(trials.ok);
  const progress: SweepProgress = {
    isTraining,
    outcomes: new Map(outcomes.map((outcome) => [outcome.index, outcome])),
    running: new Map(running),
  };
  const screen = screenOf(
    <SweepPage
      plan={PLAN}
      trials={trials.value}
      progress={progress}
      onStop={() => asked.push('stop')}
      onGoOn={() => asked.push('goOn')}
      onTrial={(index) => asked.push(`trial ${index}`)}
      onSaveTable={() => asked.push('table')}
    />,
  );
  return { screen, asked };
}

describe('The page of a sweep', () => {
  afterEach(clearScreens);

  it('says how far it is, in runs and in rounds, and what counts as a success', () => {
    const { screen } = pageOf({ isTraining: true, outcomes: [done(0, 0.05)], running: [[1, 40]] });
    assert.ok(screen.text.includes('1 of 4 runs are done.'));
    assert.ok(screen.text.includes('Round 140 of 400 in all'));
    assert.ok(screen.text.includes('“Distance from real” is less than 0.1 at the end'));
    assert.ok(screen.text.includes('Round 40'));
    assert.equal(screen.all('.trial.waiting').length, 3);
  });

  it('is stopped, and trains the rest when it is wanted again', () => {
    const training = pageOf({ isTraining: true });
    training.screen.click(training.screen.button('Stop'));
    assert.deepEqual(training.asked, ['stop']);
    const stopped = pageOf({ outcomes: [done(0, 0.05)] });
    stopped.screen.click(stopped.screen.button('Train the Rest'));
    assert.deepEqual(stopped.asked, ['goOn']);
  });

  it('has the success rate with its interval and the spread of each value, never a mean', () => {
    const { screen } = pageOf({
      outcomes: [done(0, 0.05), done(1, 0.3), done(2, 0.15), done(3, 0.2, 60)],
    });
    const rows = screen.all('.sweep-summary tbody tr').map((row) => row.textContent ?? '');
    assert.equal(rows.length, 2);
    // Wilson: 1 of 2 has the roots 0.0945 and 0.9055, 0 of 2 has 0 and 0.6576.
    assert.ok(rows[0]?.includes('1 of 2 (50\u202f%), probably 9\u202f% to 91\u202f%'), rows[0]);
    assert.ok(rows[0]?.includes('median 0.10'), rows[0]);
    assert.ok(rows[1]?.includes('0 of 2 (0\u202f%), probably 0\u202f% to 66\u202f%'), rows[1]);
    assert.ok(rows[1]?.includes('1 went out of bounds.'), rows[1]);
    assert.equal(screen.all('.strip-run').length, 4);
  });

  it('puts a run on the stage by its picture, which says how it ended', () => {
    const { screen, asked } = pageOf({ outcomes: [done(2, 0.05), done(3, 0.3)] });
    screen.click(screen.button('Seed 2: Distance from real 0.05, a success'));
    screen.click(screen.button('Seed 2: Distance from real 0.30, no success'));
    screen.click(screen.button('Save Table…'));
    assert.deepEqual(asked, ['trial 2', 'trial 3', 'table']);
  });

  it('says why a run could not be trained, and lets nobody choose it', () => {
    const { screen } = pageOf({
      outcomes: [{ kind: 'failed', index: 0, message: 'No memory.', next: 'Close something.' }],
    });
    assert.ok(screen.find('.trial.failed').textContent?.includes('No memory. Close something.'));
    assert.equal(screen.all('button.trial').length, 0);
  });
});
