import assert from 'node:assert/strict';
import { RunState } from '../../../src/session/runState';
import { runOfCheckpoint } from '../../../src/shared/wire/checkpoint';
import { PICTURE_DEFAULTS, POINT_DEFAULTS } from '../../../src/shared/domain/hyperparameters';
import { at, checkpointAt, summaryAt } from './testRuns';

const SLOW = { ...PICTURE_DEFAULTS, generatorLearningRate: 0.001 };

/** A run that the panel shows at round 0. */
function shownRun(): RunState {
  const state = new RunState({ id: 'run', defaults: PICTURE_DEFAULTS, experiment: undefined });
  state.show();
  state.takeSummary(summaryAt(at(0)).summary);
  return state;
}

function checkpoint(
  state: RunState,
  round: number,
  hyperparameters = PICTURE_DEFAULTS,
  travelled = false,
): void {
  state.takeCheckpoint(runOfCheckpoint(checkpointAt(round, hyperparameters)), travelled);
}

describe('The state of a run', () => {
  it('calls running what the panel said, not what it was asked for', () => {
    const state = shownRun();
    state.edit('generatorLearningRate', 0.001);
    const sent = state.takeLiveChange();
    assert.deepEqual(sent, { change: 1, hyperparameters: SLOW });
    assert.equal(state.running?.generatorLearningRate, 0.004);
    state.applied(sent);
    assert.deepEqual(state.running, SLOW);
    assert.equal(state.takeLiveChange(), undefined);
  });

  it('sends every change once, and each takes the one before along', () => {
    const state = shownRun();
    state.edit('generatorLearningRate', 0.001);
    const first = state.takeLiveChange();
    assert.ok(first);
    assert.equal(state.takeLiveChange(), undefined);
    state.edit('batchSize', 8);
    const second = state.takeLiveChange();
    assert.deepEqual(second, { change: 2, hyperparameters: { ...SLOW, batchSize: 8 } });
    state.applied(first);
    assert.equal(state.takeLiveChange(), undefined);
    state.applied(second);
    assert.deepEqual(state.running, { ...SLOW, batchSize: 8 });
  });

  it('wants what is running again when a change was refused', () => {
    const state = shownRun();
    state.edit('latentSize', 2);
    state.edit('generatorLearningRate', 0.001);
    state.takeLiveChange();
    state.refused(1);
    assert.deepEqual(state.running, PICTURE_DEFAULTS);
    assert.deepEqual(state.wanted, { ...PICTURE_DEFAULTS, latentSize: 2 });
    assert.equal(state.takeLiveChange(), undefined);
  });

  it('follows a run that goes back to where other values were in force', () => {
    const state = shownRun();
    checkpoint(state, 5, SLOW, true);
    assert.deepEqual([state.wanted, state.running], [SLOW, SLOW]);
  });

  it('keeps to a change that is on its way while the run goes back', () => {
    const state = shownRun();
    checkpoint(state, 60);
    state.edit('generatorLearningRate', 0.001);
    const sent = state.takeLiveChange();
    checkpoint(state, 6, { ...PICTURE_DEFAULTS, batchSize: 8 }, true);
    assert.equal(state.wanted.generatorLearningRate, 0.001);
    assert.equal(state.running?.generatorLearningRate, 0.004);
    assert.ok(sent);
    state.applied(sent);
    checkpoint(state, 6, SLOW);
    state.takeSummary(summaryAt(at(85)).summary);
    assert.deepEqual(state.running, SLOW);
    assert.deepEqual(state.saved?.position, at(85));
  });

  it('goes back behind no checkpoint', () => {
    const state = shownRun();
    checkpoint(state, 40);
    state.takeSummary(summaryAt(at(57)).summary);
    state.takeSummary(summaryAt(at(12)).summary);
    assert.deepEqual(state.saved?.position, at(40));
  });

  it('lets changes wait until the panel shows the run', () => {
    const state = shownRun();
    state.hide();
    state.edit('batchSize', 8);
    state.show();
    assert.equal(state.takeLiveChange(), undefined);
    state.takeSummary(summaryAt(at(0)).summary);
    assert.equal(state.takeLiveChange()?.hyperparameters.batchSize, 8);
  });

  it('knows nothing of the run before when another one begins', () => {
    const state = shownRun();
    checkpoint(state, 40);
    state.begin({ id: 'next', defaults: POINT_DEFAULTS, experiment: 'crowds' });
    assert.deepEqual([state.saved, state.summary], [undefined, undefined]);
    assert.deepEqual(state.running, POINT_DEFAULTS);
    checkpoint(state, 0, POINT_DEFAULTS);
    assert.deepEqual([state.saved?.id, state.saved?.experiment], ['next', 'crowds']);
  });
});
