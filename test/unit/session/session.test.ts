import assert from 'node:assert/strict';
import type { StoredRuns } from '../../../src/session/runStore';
import { PICTURE_DEFAULTS, POINT_DEFAULTS } from '../../../src/shared/domain/hyperparameters';
import { START } from '../../../src/shared/domain/phases';
import {
  at,
  checkpointAt,
  createRunningSession,
  createSession,
  lesson,
  MemoryStore,
  summaryAt,
} from './testRuns';
import { shown, snapshotOf } from './told';

describe('A session without a lesson', () => {
  it('shows the recipe for pictures and runs nothing', () => {
    const { session } = createSession();
    assert.deepEqual(shown(session), {
      type: 'show',
      wanted: PICTURE_DEFAULTS,
      defaults: PICTURE_DEFAULTS,
    });
    assert.equal(session.panelReady(), undefined);
    assert.equal(session.run.isRunning, false);
  });

  it('starts nothing', () => {
    const { session, posted } = createSession();
    session.run.restart();
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
    session.run.edit('seed', 9);
    changes.length = 0;
    await session.choose(lesson('first'));
    assert.deepEqual(changes, []);
    assert.equal(shown(session).wanted.seed, 9);
    assert.equal(session.run.isRunning, true);
  });

  it('ends with the last choice, however long the earlier one takes', async () => {
    class SlowStore extends MemoryStore {
      readonly waiting: (() => void)[] = [];

      override async load(lessonId: string): Promise<StoredRuns> {
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

describe('A lesson whose author gives it another run', () => {
  const other = { seed: 2, batchSize: 16 };
  const recipe = { ...PICTURE_DEFAULTS, ...other };

  it('begins anew while nobody has touched the run', async () => {
    const { session, posted } = await createRunningSession();
    session.replaceText(lesson('first', other));
    assert.deepEqual(
      posted.map(({ type }) => type),
      ['lesson', 'newRun'],
    );
    assert.deepEqual(shown(session), { type: 'show', wanted: recipe, running: recipe, defaults: recipe });
  });

  it('wants it of the next panel where none is open', async () => {
    const { session, posted } = createSession();
    await session.choose(lesson('first'));
    session.replaceText(lesson('first', other));
    assert.deepEqual(
      posted.map(({ type }) => type),
      [],
    );
    assert.deepEqual(snapshotOf(session).hyperparameters, recipe);
  });

  it('goes on with a run that was played, or changed, and goes back to the other one', async () => {
    for (const touch of ['played', 'changed']) {
      const { session } = await createRunningSession();
      if (touch === 'played') {
        session.receive(summaryAt(at(0, 1)));
      } else {
        session.run.edit('r1Weight', 0);
      }
      const { running } = shown(session);
      session.replaceText(lesson('first', other));
      assert.deepEqual(shown(session).running, running, touch);
      assert.deepEqual(shown(session).defaults, recipe, touch);
    }
  });
});

describe('A lesson in another language', () => {
  it('goes to the panel while the run goes on', async () => {
    const { session, posted } = await createRunningSession();
    const translated = { ...lesson('first'), language: 'zh-cn', title: '第一课' };
    session.replaceText(translated);
    assert.deepEqual(posted, [{ type: 'lesson', lesson: translated, course: [] }]);
    assert.equal(session.lesson?.title, '第一课');
    assert.deepEqual(session.run.summary?.position, START);
  });

  it('is left alone when it is not the lesson of the session', async () => {
    const { session, posted } = await createRunningSession();
    session.replaceText(lesson('second'));
    assert.deepEqual(posted, []);
    assert.equal(session.lesson?.id, 'first');
  });
});
