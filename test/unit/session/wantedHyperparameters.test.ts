import assert from 'node:assert/strict';
import { defaultsFor, PICTURE_DEFAULTS } from '../../../src/shared/domain/hyperparameters';
import {
  applied,
  at,
  RUN,
  checkpointAt,
  createRunningSession,
  lesson,
  MemoryStore,
  summaryAt,
} from './testRuns';
import { shown } from './told';

describe('An edit', () => {
  it('of a live hyperparameter goes to the running net at once', async () => {
    const { session, posted } = await createRunningSession();
    assert.equal(session.run.edit('generatorLearningRate', 0.01).ok, true);
    const hyperparameters = { ...PICTURE_DEFAULTS, generatorLearningRate: 0.01 };
    assert.deepEqual(posted, [{ type: 'liveChange', run: RUN, change: 1, hyperparameters }]);
    assert.deepEqual(shown(session).running, PICTURE_DEFAULTS);
    session.receive(applied(posted));
    assert.deepEqual(shown(session).running, hyperparameters);
  });

  it('of a hyperparameter that needs a new net is only wanted until the restart', async () => {
    const { session, posted } = await createRunningSession();
    session.run.edit('latentSize', 2);
    session.run.edit('batchSize', 8);
    assert.deepEqual(posted, [
      { type: 'liveChange', run: RUN, change: 1, hyperparameters: { ...PICTURE_DEFAULTS, batchSize: 8 } },
    ]);
    assert.equal(shown(session).wanted.latentSize, 2);
    assert.equal(shown(session).running?.latentSize, 16);
    session.run.restart();
    const wanted = { ...PICTURE_DEFAULTS, batchSize: 8, latentSize: 2 };
    assert.deepEqual(posted.at(-1), { type: 'newRun', run: RUN, hyperparameters: wanted });
    assert.deepEqual(shown(session).running, wanted);
  });

  it('that cannot be is refused with the range, and the run goes on', async () => {
    const { session, posted } = await createRunningSession();
    for (const value of [0, 1000, 2.5, 'many', Number.NaN, undefined, {}]) {
      const edited = session.run.edit('batchSize', value);
      assert.ok(!edited.ok);
      assert.match(edited.problem.message, /Batch size must be a whole number from 2 to 256/);
      assert.match(edited.problem.next, /Still using 32/);
    }
    const unknown = session.run.edit('toString', 1);
    assert.ok(!unknown.ok);
    assert.match(unknown.problem.message, /no hyperparameter "toString"/);
    assert.deepEqual(posted, []);
    assert.deepEqual(shown(session).wanted, PICTURE_DEFAULTS);
  });

  it('to the other kind of data takes its recipe along and leaves the running net alone', async () => {
    const { session, posted } = await createRunningSession();
    session.run.edit('data', 'ring');
    session.run.edit('batchSize', 64);
    assert.deepEqual(posted, []);
    assert.deepEqual(shown(session).running, PICTURE_DEFAULTS);
    assert.deepEqual(shown(session).wanted, { ...defaultsFor('ring'), batchSize: 64 });
  });

  it('to the data of the run and back is as if nothing had happened', async () => {
    const { session, posted } = await createRunningSession();
    session.run.edit('data', 'ring');
    session.run.edit('data', 'portraits');
    assert.deepEqual(posted, []);
    assert.deepEqual(shown(session).wanted, PICTURE_DEFAULTS);
  });

  it('waits while the panel is on its way back to a saved moment', async () => {
    const { session, posted } = await createRunningSession();
    session.receive(checkpointAt(40));
    session.receive(summaryAt(at(57, 3)));
    session.panelHidden();
    session.run.edit('batchSize', 8);
    session.panelReady();
    assert.deepEqual(posted, []);
    session.receive(summaryAt(at(57, 3)));
    assert.deepEqual(posted, [
      { type: 'liveChange', run: RUN, change: 1, hyperparameters: { ...PICTURE_DEFAULTS, batchSize: 8 } },
    ]);
  });
});

describe('Resetting the hyperparameters', () => {
  it('goes back to what the lesson starts with, live where that can be', async () => {
    const { session, posted } = await createRunningSession(new MemoryStore(), lesson('first', { seed: 5 }));
    session.run.edit('batchSize', 8);
    session.run.edit('seed', 6);
    session.run.edit('latentSize', 2);
    session.receive(applied(posted));
    posted.length = 0;
    session.run.reset();
    const defaults = { ...PICTURE_DEFAULTS, seed: 5 };
    assert.deepEqual(shown(session).wanted, defaults);
    assert.deepEqual(posted, [{ type: 'liveChange', run: RUN, change: 2, hyperparameters: defaults }]);
  });
});

describe('Another backend in the settings', () => {
  it('is wanted for the next run', async () => {
    const { session, settings, posted } = await createRunningSession();
    settings.backend = 'cpu';
    session.run.refreshDefaults();
    assert.equal(shown(session).defaults.backend, 'cpu');
    assert.equal(shown(session).wanted.backend, 'cpu');
    assert.equal(shown(session).running?.backend, 'auto');
    assert.deepEqual(posted, []);
  });

  it('gives way to the one that the person chose in the form', async () => {
    const { session, settings } = await createRunningSession();
    session.run.edit('backend', 'webgl');
    settings.backend = 'cpu';
    session.run.refreshDefaults();
    assert.equal(shown(session).wanted.backend, 'webgl');
  });
});
