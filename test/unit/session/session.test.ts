import assert from 'node:assert/strict';
import type { KeptRun } from '../../../src/session/runStore';
import type { Session } from '../../../src/session/session';
import { defaultsFor, PICTURE_DEFAULTS, POINT_DEFAULTS } from '../../../src/shared/hyperparameters';
import { START } from '../../../src/shared/phases';
import { aSnapshot } from '../builders';
import {
  at,
  checkpointAt,
  createRunningSession,
  createSession,
  lesson,
  MemoryStore,
  summaryAt,
} from './testRuns';

function shown(session: Session) {
  const message = session.formMessage();
  assert.equal(message.type, 'show');
  return message.type === 'show' ? message : assert.fail();
}

function snapshotOf(session: Session) {
  const message = session.panelReady();
  return message?.type === 'snapshot' ? message : assert.fail();
}

describe('A session without a lesson', () => {
  it('shows the recipe for pictures and runs nothing', () => {
    const { session } = createSession();
    assert.deepEqual(shown(session), {
      type: 'show',
      wanted: PICTURE_DEFAULTS,
      defaults: PICTURE_DEFAULTS,
    });
    assert.equal(session.panelReady(), undefined);
    assert.equal(session.isRunning, false);
  });

  it('starts nothing', () => {
    const { session, posted } = createSession();
    session.restart();
    session.command('togglePlay');
    assert.deepEqual(posted, []);
  });
});

describe('Choosing a lesson', () => {
  it('makes the recipe of its data, with what the lesson sets, the default and the wish', async () => {
    const { session, changes } = createSession();
    await session.choose(lesson('first', { data: 'eightGaussians', seed: 5 }));
    const expected = { ...POINT_DEFAULTS, seed: 5 };
    assert.deepEqual(shown(session), { type: 'show', wanted: expected, defaults: expected });
    assert.deepEqual(changes, ['lesson', 'hyperparameters', 'run']);
  });

  it('takes the backend from the settings unless the lesson sets one', async () => {
    const { session, settings } = createSession();
    settings.backend = 'cpu';
    await session.choose(lesson('first'));
    assert.equal(shown(session).wanted.backend, 'cpu');
    await session.choose(lesson('second', { backend: 'webgl' }));
    assert.equal(shown(session).wanted.backend, 'webgl');
  });

  it('again changes nothing', async () => {
    const { session, changes } = await createRunningSession();
    session.edit('seed', 9);
    changes.length = 0;
    await session.choose(lesson('first'));
    assert.deepEqual(changes, []);
    assert.equal(shown(session).wanted.seed, 9);
    assert.equal(session.isRunning, true);
  });

  it('ends with the last choice, however long the earlier one takes', async () => {
    class SlowStore extends MemoryStore {
      readonly waiting: (() => void)[] = [];

      override async load(lessonId: string): Promise<KeptRun | undefined> {
        if (lessonId === 'slow') {
          await new Promise<void>((resolve) => this.waiting.push(resolve));
        }
        return super.load(lessonId);
      }
    }
    const store = new SlowStore();
    const { session } = createSession(store);
    const slow = session.choose(lesson('slow'));
    await session.choose(lesson('quick'));
    store.waiting.forEach((goOn) => goOn());
    await slow;
    assert.equal(session.lesson?.id, 'quick');
  });

  it('keeps the run of the lesson before, and comes back to it', async () => {
    const { session } = await createRunningSession();
    session.receive(checkpointAt(40));
    session.receive(summaryAt(at(57, 3)));
    await session.choose(lesson('second'));
    assert.equal(snapshotOf(session).saved, undefined);
    session.receive(summaryAt(at(5)));
    await session.choose(lesson('first'));
    const { saved } = snapshotOf(session);
    assert.deepEqual(saved?.position, at(57, 3));
    assert.deepEqual(saved?.checkpoint, checkpointAt(40).bytes);
  });
});

describe('A panel that is ready', () => {
  it('gets a fresh run with what is wanted', async () => {
    const { session } = createSession();
    await session.choose(lesson('first'));
    session.edit('seed', 9);
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
      hyperparameters: PICTURE_DEFAULTS,
      backend: 'cpu',
      position: at(41, 2),
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
    session.edit('seed', 9);
    assert.equal(snapshotOf(session).hyperparameters.seed, 1);
    assert.equal(shown(session).wanted.seed, 9);
  });

  it('gets translations', async () => {
    const { Session: Implementation } = await import('../../../src/session/session');
    const { store, log } = createSession();
    const strings = { Seed: 'Startwert' };
    const session = new Implementation({ store, backend: () => 'auto', strings, log });
    await session.choose(lesson('first'));
    assert.deepEqual(snapshotOf(session).strings, strings);
    assert.deepEqual(shown(session).strings, strings);
  });
});

describe('An edit', () => {
  it('of a live hyperparameter goes to the running net at once', async () => {
    const { session, posted } = await createRunningSession();
    assert.equal(session.edit('generatorLearningRate', 0.01).ok, true);
    const hyperparameters = { ...PICTURE_DEFAULTS, generatorLearningRate: 0.01 };
    assert.deepEqual(posted, [{ type: 'liveChange', hyperparameters }]);
    assert.deepEqual(shown(session).running, hyperparameters);
  });

  it('of a hyperparameter that needs a new net is only wanted until the restart', async () => {
    const { session, posted } = await createRunningSession();
    session.edit('latentSize', 2);
    session.edit('batchSize', 8);
    assert.deepEqual(posted, [
      { type: 'liveChange', hyperparameters: { ...PICTURE_DEFAULTS, batchSize: 8 } },
    ]);
    assert.equal(shown(session).wanted.latentSize, 2);
    assert.equal(shown(session).running?.latentSize, 16);
    session.restart();
    const wanted = { ...PICTURE_DEFAULTS, batchSize: 8, latentSize: 2 };
    assert.deepEqual(posted.at(-1), { type: 'newRun', hyperparameters: wanted });
    assert.deepEqual(shown(session).running, wanted);
  });

  it('that cannot be is refused with the range, and the run goes on', async () => {
    const { session, posted } = await createRunningSession();
    for (const value of [0, 1000, 2.5, 'many', Number.NaN, undefined, {}]) {
      const edited = session.edit('batchSize', value);
      assert.ok(!edited.ok);
      assert.match(edited.problem.message, /Batch size must be a whole number from 2 to 256/);
      assert.match(edited.problem.next, /goes on with 32/);
    }
    const unknown = session.edit('toString', 1);
    assert.ok(!unknown.ok);
    assert.match(unknown.problem.message, /no hyperparameter "toString"/);
    assert.deepEqual(posted, []);
    assert.deepEqual(shown(session).wanted, PICTURE_DEFAULTS);
  });

  it('to the other kind of data takes its recipe along and leaves the running net alone', async () => {
    const { session, posted } = await createRunningSession();
    session.edit('data', 'ring');
    session.edit('batchSize', 64);
    assert.deepEqual(posted, []);
    assert.deepEqual(shown(session).running, PICTURE_DEFAULTS);
    assert.deepEqual(shown(session).wanted, { ...defaultsFor('ring'), batchSize: 64 });
  });

  it('to the data of the run and back is as if nothing had happened', async () => {
    const { session, posted } = await createRunningSession();
    session.edit('data', 'ring');
    session.edit('data', 'portraits');
    assert.deepEqual(posted, []);
    assert.deepEqual(shown(session).wanted, PICTURE_DEFAULTS);
  });

  it('waits while the panel is on its way back to a saved moment', async () => {
    const { session, posted } = await createRunningSession();
    session.receive(checkpointAt(40));
    session.receive(summaryAt(at(57, 3)));
    session.panelHidden();
    session.edit('batchSize', 8);
    session.panelReady();
    assert.deepEqual(posted, []);
    session.receive(summaryAt(at(57, 3)));
    assert.deepEqual(posted, [
      { type: 'liveChange', hyperparameters: { ...PICTURE_DEFAULTS, batchSize: 8 } },
    ]);
  });
});

describe('Resetting the hyperparameters', () => {
  it('goes back to what the lesson starts with, live where that can be', async () => {
    const { session, posted } = await createRunningSession(new MemoryStore(), lesson('first', { seed: 5 }));
    session.edit('batchSize', 8);
    session.edit('seed', 6);
    session.edit('latentSize', 2);
    posted.length = 0;
    session.resetHyperparameters();
    const defaults = { ...PICTURE_DEFAULTS, seed: 5 };
    assert.deepEqual(shown(session).wanted, defaults);
    assert.deepEqual(posted, [{ type: 'liveChange', hyperparameters: defaults }]);
  });
});

describe('Restarting', () => {
  it('gives up the saved run for good', async () => {
    const store = new MemoryStore();
    const { session } = await createRunningSession(store);
    session.receive(checkpointAt(40));
    session.receive({ type: 'restart' });
    assert.equal(store.runs.size, 0);
    assert.equal(session.summary, undefined);
    session.panelHidden();
    assert.equal(snapshotOf(session).saved, undefined);
  });

  it('while no panel is open lets the next panel start afresh with what is wanted', async () => {
    const { session, posted } = await createRunningSession();
    session.receive(checkpointAt(40));
    session.panelClosed();
    session.edit('seed', 9);
    session.restart();
    assert.deepEqual(posted, []);
    const snapshot = snapshotOf(session);
    assert.equal(snapshot.saved, undefined);
    assert.equal(snapshot.hyperparameters.seed, 9);
  });

  it('leaves out a checkpoint of the run before that comes late', async () => {
    const store = new MemoryStore();
    const { session, log } = await createRunningSession(store);
    session.edit('seed', 9);
    session.restart();
    session.receive(checkpointAt(40));
    assert.equal(store.runs.size, 0);
    assert.match(log.lines.join('\n'), /too late/);
  });
});

describe('The run to come back to', () => {
  it('is kept up to date as the position goes on', async () => {
    const store = new MemoryStore();
    const { session } = await createRunningSession(store);
    session.receive(checkpointAt(40));
    for (const position of [at(40, 1), at(41), at(44, 6)]) {
      session.receive(summaryAt(position));
      assert.deepEqual(store.runs.get('first')?.run.position, position);
    }
    session.receive(checkpointAt(45));
    assert.deepEqual(store.runs.get('first')?.run.position, at(45));
  });

  it('is never before its checkpoint', async () => {
    const store = new MemoryStore();
    const { session } = await createRunningSession(store);
    session.receive(checkpointAt(40));
    session.receive(summaryAt(at(39, 6)));
    assert.deepEqual(store.runs.get('first')?.run.position, at(40));
  });

  it('is not lost when the panel goes again before it has come back', async () => {
    const store = new MemoryStore();
    const { session } = await createRunningSession(store);
    session.receive(checkpointAt(40));
    session.receive(summaryAt(at(57, 3)));
    session.panelHidden();
    session.panelReady();
    session.panelHidden();
    assert.deepEqual(snapshotOf(session).saved?.position, at(57, 3));
  });

  it('stays in the middle of a round when a checkpoint of its beginning is taken there', async () => {
    const store = new MemoryStore();
    const { session } = await createRunningSession(store);
    session.receive(checkpointAt(40));
    session.receive(summaryAt(at(42, 2)));
    session.edit('batchSize', 8);
    const changed = { ...PICTURE_DEFAULTS, batchSize: 8 };
    session.receive(checkpointAt(42, changed));
    assert.deepEqual(store.runs.get('first')?.run.position, at(42, 2));
    assert.deepEqual(store.runs.get('first')?.checkpointPosition, at(42));
  });

  it('goes back with the person who goes back to the checkpoint', async () => {
    const store = new MemoryStore();
    const { session } = await createRunningSession(store);
    session.receive(checkpointAt(40));
    session.receive(summaryAt(at(57, 3)));
    session.receive(summaryAt(at(40)));
    session.receive(checkpointAt(40));
    assert.deepEqual(store.runs.get('first')?.run.position, at(40));
    session.edit('batchSize', 8);
    assert.equal(shown(session).running?.batchSize, 8);
  });

  it('stays at the moment of a live change until a checkpoint includes the change', async () => {
    const store = new MemoryStore();
    const { session } = await createRunningSession(store);
    session.receive(checkpointAt(40));
    session.receive(summaryAt(at(42, 2)));
    session.edit('batchSize', 8);
    session.receive(summaryAt(at(44)));
    assert.deepEqual(store.runs.get('first')?.run.position, at(42, 2));
    // Taken before the worker heard of the change.
    session.receive(checkpointAt(43));
    session.receive(summaryAt(at(44)));
    assert.deepEqual(store.runs.get('first')?.run.position, at(43));
    const changed = { ...PICTURE_DEFAULTS, batchSize: 8 };
    session.receive(checkpointAt(45, changed));
    session.receive(summaryAt(at(46)));
    assert.deepEqual(store.runs.get('first')?.run.position, at(46));
    assert.deepEqual(store.runs.get('first')?.run.hyperparameters, changed);
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
    session.openActivity('inspectorGame');
    assert.deepEqual(posted.at(-1), { type: 'open', opens: 'inspectorGame' });
    session.panelHidden();
    posted.length = 0;
    session.openActivity('forgerGame');
    assert.deepEqual(posted, []);
    assert.equal(snapshotOf(session).opens, 'forgerGame');
    assert.equal(snapshotOf(session).opens, undefined);
  });

  it('restart with what is wanted', async () => {
    const { session, posted } = await createRunningSession();
    session.edit('seed', 9);
    session.command('restart');
    assert.deepEqual(posted, [{ type: 'newRun', hyperparameters: { ...PICTURE_DEFAULTS, seed: 9 } }]);
  });
});

describe('What the panel reports', () => {
  it('is the summary until the panel is closed', async () => {
    const { session, changes } = await createRunningSession();
    changes.length = 0;
    session.receive(summaryAt(at(3)));
    assert.deepEqual(session.summary?.position, at(3));
    assert.deepEqual(changes, ['run']);
    session.panelClosed();
    assert.deepEqual(changes, ['run', 'lesson', 'hyperparameters', 'run']);
    assert.equal(session.isRunning, false);
    assert.equal(session.summary, undefined);
    session.receive(summaryAt(at(4)));
    assert.equal(session.summary, undefined);
  });

  it('tells the step that the person reads', async () => {
    const { session, changes } = await createRunningSession();
    changes.length = 0;
    assert.equal(session.step?.id, 'first-first');
    session.receive({ type: 'progress', event: { kind: 'step', step: 'first-second' } });
    assert.equal(session.step?.id, 'first-second');
    session.receive({ type: 'progress', event: { kind: 'step', step: 'first-second' } });
    session.receive({ type: 'progress', event: { kind: 'step', step: 'of no lesson' } });
    assert.equal(session.step?.id, 'first-second');
    assert.deepEqual(changes, ['lesson', 'hyperparameters']);
  });

  it('goes to the log when it is a problem', async () => {
    const { session, log } = await createRunningSession();
    session.receive({ type: 'problem', message: 'The worker stopped.', next: 'Restart the run.' });
    assert.deepEqual(log.lines, ['The worker stopped. Restart the run.']);
  });
});

describe('A lesson in another language', () => {
  it('goes to the panel while the run goes on', async () => {
    const { session, posted } = await createRunningSession();
    const translated = { ...lesson('first'), language: 'zh-cn', title: '第一课' };
    session.replaceText(translated);
    assert.deepEqual(posted, [{ type: 'lesson', lesson: translated, course: [] }]);
    assert.equal(session.lesson?.title, '第一课');
    assert.deepEqual(session.summary?.position, START);
  });

  it('is left alone when it is not the lesson of the session', async () => {
    const { session, posted } = await createRunningSession();
    session.replaceText(lesson('second'));
    assert.deepEqual(posted, []);
    assert.equal(session.lesson?.id, 'first');
  });
});

describe('Another backend in the settings', () => {
  it('is wanted for the next run', async () => {
    const { session, settings, posted } = await createRunningSession();
    settings.backend = 'cpu';
    session.refreshDefaults();
    assert.equal(shown(session).defaults.backend, 'cpu');
    assert.equal(shown(session).wanted.backend, 'cpu');
    assert.equal(shown(session).running?.backend, 'auto');
    assert.deepEqual(posted, []);
  });

  it('gives way to the one that the person chose in the form', async () => {
    const { session, settings } = await createRunningSession();
    session.edit('backend', 'webgl');
    settings.backend = 'cpu';
    session.refreshDefaults();
    assert.equal(shown(session).wanted.backend, 'webgl');
  });
});

describe('A run whose panel is hidden', () => {
  it('plays no more, wherever it is shown', async () => {
    const { session } = await createRunningSession();
    const message = summaryAt(at(3));
    session.receive({ ...message, summary: { ...message.summary, playing: true } });
    assert.equal(session.summary?.playing, true);
    session.panelHidden();
    assert.equal(session.summary?.playing, false);
    assert.deepEqual(session.summary?.position, at(3), 'and where it stands is not forgotten');
  });
});

describe('A compared run that is taken over', () => {
  it('becomes the run of the lesson, from where it stands, and the other one can be gone back to', async () => {
    const { session, store, posted } = await createRunningSession();
    session.receive(checkpointAt(3));
    const other = { ...PICTURE_DEFAULTS, r1Weight: 0, latentSize: 8 };
    const { type: _, bytes, ...run } = checkpointAt(40, other);
    session.receive({ type: 'takeOver', run: { ...run, checkpoint: bytes } });
    const message = posted.at(-1);
    assert.ok(message?.type === 'newRun');
    assert.equal(message.saved?.position.round, 40);
    assert.deepEqual(message.hyperparameters, other);
    assert.deepEqual(message.before, { round: 3 });
    assert.deepEqual(shown(session).running, other);
    assert.deepEqual(shown(session).wanted, other);
    assert.equal((await store.load('first'))?.run.position.round, 40);
  });

  it('is left out when it trains on other data', async () => {
    const { session, posted } = await createRunningSession();
    const before = posted.length;
    const { type: _, bytes, ...run } = checkpointAt(40, POINT_DEFAULTS);
    session.receive({ type: 'takeOver', run: { ...run, checkpoint: bytes } });
    assert.equal(posted.length, before);
  });
});
