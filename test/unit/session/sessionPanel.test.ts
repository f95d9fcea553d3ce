import assert from 'node:assert/strict';
import { PICTURE_DEFAULTS } from '../../../src/shared/domain/hyperparameters';
import { aSnapshot } from '../builders';
import {
  at,
  RUN,
  checkpointAt,
  createRunningSession,
  createSession,
  lesson,
  MemoryStore,
  summaryAt,
} from './testRuns';
import { shown, snapshotOf } from './told';

describe('A panel that is ready', () => {
  it('gets a fresh run with what is wanted', async () => {
    const { session } = createSession();
    await session.choose(lesson('first'));
    session.run.edit('seed', 9);
    const wanted = { ...PICTURE_DEFAULTS, seed: 9 };
    assert.deepEqual(session.panelReady(), aSnapshot(lesson('first'), wanted));
    assert.deepEqual(shown(session).running, wanted);
  });

  it('gets the run back after it was hidden, closed or loaded anew', async () => {
    const store = new MemoryStore();
    const { session } = await createRunningSession(store);
    session.receive(checkpointAt(40));
    session.receive(summaryAt(at(41, 2)));
    const expected = {
      id: RUN,
      hyperparameters: PICTURE_DEFAULTS,
      backend: 'cpu',
      position: at(41, 2),
      checkpointPosition: at(40),
      wholeRounds: false,
      checkpoint: checkpointAt(40).bytes,
    };
    session.panelHidden();
    assert.deepEqual(snapshotOf(session).saved, expected);
    session.panelClosed();
    assert.deepEqual(snapshotOf(session).saved, expected);
    const reloaded = createSession(store).session;
    await reloaded.choose(lesson('first'));
    assert.deepEqual(snapshotOf(reloaded).saved, expected);
  });

  it('gets the hyperparameters of the saved run while others are wanted', async () => {
    const { session } = await createRunningSession();
    session.receive(checkpointAt(40));
    session.panelClosed();
    session.run.edit('seed', 9);
    assert.equal(snapshotOf(session).hyperparameters.seed, 1);
    assert.equal(shown(session).wanted.seed, 9);
  });

  it('gets translations', async () => {
    const { Session: Implementation } = await import('../../../src/session/session');
    const { store, log } = createSession();
    const strings = { Seed: 'Startwert' };
    const session = new Implementation({
      store,
      backend: () => 'auto',
      strings,
      uniqueName: () => 'run',
      log,
    });
    await session.choose(lesson('first'));
    assert.deepEqual(snapshotOf(session).strings, strings);
    assert.deepEqual(shown(session).strings, strings);
  });
});

describe('The commands of a person', () => {
  it('reach the panel while there is one', async () => {
    const { session, posted } = await createRunningSession();
    session.command('togglePlay');
    session.command('nextPhase');
    session.command('nextRound');
    assert.deepEqual(
      posted,
      (['togglePlay', 'nextPhase', 'nextRound'] as const).map((command) => ({ type: 'command', command })),
    );
    session.panelClosed();
    session.command('togglePlay');
    assert.equal(posted.length, 3);
  });

  it('open a part of the panel, and once there is a panel if there is none yet', async () => {
    const { session, posted } = await createRunningSession();
    session.page.open('inspectorGame');
    assert.deepEqual(posted.at(-1), { type: 'open', opens: 'inspectorGame' });
    session.panelHidden();
    posted.length = 0;
    session.page.open('forgerGame');
    assert.deepEqual(posted, []);
    assert.equal(snapshotOf(session).opens, 'forgerGame');
    assert.equal(snapshotOf(session).opens, undefined);
  });

  it('restart with what is wanted', async () => {
    const { session, posted } = await createRunningSession();
    session.run.edit('seed', 9);
    session.command('restart');
    assert.deepEqual(posted, [
      { type: 'newRun', run: RUN, hyperparameters: { ...PICTURE_DEFAULTS, seed: 9 } },
    ]);
  });
});

describe('What the panel reports', () => {
  it('is the summary until the panel is closed', async () => {
    const { session, changes } = await createRunningSession();
    changes.length = 0;
    session.receive(summaryAt(at(3)));
    assert.deepEqual(session.run.summary?.position, at(3));
    assert.deepEqual(changes, ['run']);
    session.panelClosed();
    assert.deepEqual(changes, ['run', 'lesson', 'hyperparameters', 'run']);
    assert.equal(session.run.isRunning, false);
    assert.equal(session.run.summary, undefined);
    session.receive(summaryAt(at(4)));
    assert.equal(session.run.summary, undefined);
  });

  it('tells the step that the person reads', async () => {
    const { session, changes } = await createRunningSession();
    changes.length = 0;
    assert.equal(session.teaching.place.step?.id, 'first-first');
    session.receive({ type: 'progress', event: { kind: 'step', step: 'first-second' } });
    assert.equal(session.teaching.place.step?.id, 'first-second');
    session.receive({ type: 'progress', event: { kind: 'step', step: 'first-second' } });
    session.receive({ type: 'progress', event: { kind: 'step', step: 'of no lesson' } });
    assert.equal(session.teaching.place.step?.id, 'first-second');
    assert.deepEqual(changes, ['lesson', 'hyperparameters']);
  });

  it('goes to the log when it is a problem', async () => {
    const { session, log } = await createRunningSession();
    session.receive({ type: 'problem', message: 'The worker stopped.', next: 'Restart the run.' });
    assert.deepEqual(log.lines, ['The worker stopped. Restart the run.']);
  });
});

describe('A run whose panel is hidden', () => {
  it('plays no more, wherever it is shown', async () => {
    const { session } = await createRunningSession();
    const message = summaryAt(at(3));
    session.receive({ ...message, summary: { ...message.summary, playing: true } });
    assert.equal(session.run.summary?.playing, true);
    session.panelHidden();
    assert.equal(session.run.summary?.playing, false);
    assert.deepEqual(session.run.summary?.position, at(3), 'and where it stands is not forgotten');
  });
});
