import assert from 'node:assert/strict';
import { PICTURE_DEFAULTS, POINT_DEFAULTS } from '../../../src/shared/domain/hyperparameters';
import { aLesson, aStep } from '../builders';
import {
  at,
  checkpointAt,
  createRunningSession,
  createSession,
  lesson,
  MemoryStore,
  summaryAt,
} from './testRuns';

describe('A run that a link names', () => {
  it('starts from round 0 with what differs from the lesson’s own', async () => {
    const { session, posted } = await createRunningSession();
    const started = session.run.startWith({ seed: 9, generatorSteps: 3 });
    assert.ok(started.ok);
    const wanted = { ...PICTURE_DEFAULTS, seed: 9, generatorSteps: 3 };
    assert.deepEqual(started.value, wanted);
    assert.deepEqual(
      posted
        .filter(({ type }) => type === 'newRun')
        .map((message) => 'hyperparameters' in message && message.hyperparameters),
      [wanted],
    );
  });

  it('leaves the trained run before it within reach', async () => {
    const { session } = await createRunningSession();
    session.receive(summaryAt(at(40)));
    session.receive(checkpointAt(40));
    session.run.startWith({ seed: 9 });
    assert.equal(session.run.origin.before?.round, 40);
    session.run.restorePrevious();
    assert.equal(session.run.saved?.position.round, 40);
    assert.deepEqual(session.run.current, PICTURE_DEFAULTS);
  });

  it('takes the recipe of points along, and what differs from that', async () => {
    const { session } = createSession();
    await session.choose(lesson('first'));
    const started = session.run.startWith({ data: 'ring', generatorSteps: 3 });
    assert.ok(started.ok);
    assert.deepEqual(started.value, { ...POINT_DEFAULTS, data: 'ring', generatorSteps: 3 });
  });

  it('changes nothing when its hyperparameters do not go together', async () => {
    const { session, posted } = await createRunningSession();
    const before = session.formMessage();
    const started = session.run.startWith({ generatorNetwork: 'dense', latentSize: 0 });
    assert.ok(!started.ok);
    assert.deepEqual(session.formMessage(), before);
    assert.deepEqual(posted, []);
  });

  it('is refused where it differs in what the lesson holds fixed, and else is not', async () => {
    const locking = aLesson('first', { steps: [aStep('only', { lock: ['generatorSteps', 'data'] })] });
    const { session, posted } = await createRunningSession(new MemoryStore(), locking);
    for (const changes of [{ generatorSteps: 3 }, { data: 'ring' }] as const) {
      const started = session.run.startWith(changes);
      assert.match(started.ok ? '' : started.problem.message, /^The lesson holds “.*” fixed in this step\.$/);
    }
    assert.deepEqual(posted, []);
    assert.ok(session.run.startWith({ seed: 9, generatorSteps: PICTURE_DEFAULTS.generatorSteps }).ok);
  });

  it('is told again as it was started', async () => {
    const { session } = await createRunningSession();
    const changes = { data: 'ring', seed: 4, generatorSteps: 3 } as const;
    session.run.startWith(changes);
    assert.deepEqual(session.currentLink?.changes, changes);
    assert.equal(session.currentLink?.lesson, 'first');
  });

  it('is that of the lesson, with its seed, when nothing was changed', async () => {
    const { session } = await createRunningSession();
    assert.deepEqual(session.currentLink?.changes, { seed: 1 });
  });
});
