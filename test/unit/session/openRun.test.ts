import assert from 'node:assert/strict';
import { pointCollection } from '../../../src/shared/domain/collection';
import { PICTURE_DEFAULTS, POINT_DEFAULTS } from '../../../src/shared/domain/hyperparameters';
import type { SavedRun } from '../../../src/shared/wire/checkpoint';
import { RUN, at, checkpointAt, createRunningSession, lesson, MemoryStore } from './testRuns';

/** A run on sunsets at round 7, as a file has it. */
const SUNSETS: SavedRun = {
  hyperparameters: { ...PICTURE_DEFAULTS, data: 'sunsets', seed: 9 },
  backend: 'cpu',
  position: at(7),
  checkpointPosition: at(6),
  wholeRounds: true,
  checkpoint: Uint8Array.of(9, 9),
};

/** A run on points that somebody drew. */
function onDrawn(digest: string): SavedRun {
  const hyperparameters = { ...POINT_DEFAULTS, data: 'drawnPoints' as const };
  return { ...SUNSETS, hyperparameters, collection: digest };
}

describe('Opening the run of a file', () => {
  it('puts it in the place of the lesson’s run, on the panel, in the form and in the store', async () => {
    const store = new MemoryStore();
    const { session, posted } = await createRunningSession(store);
    session.receive(checkpointAt(40));
    assert.ok((await session.openRun(SUNSETS)).ok);
    const message = posted.at(-1);
    assert.ok(message?.type === 'newRun');
    assert.deepEqual(message.saved, { ...SUNSETS, id: RUN });
    assert.deepEqual(message.before, { round: 40 });
    assert.equal(session.run.current.data, 'sunsets');
    assert.deepEqual(store.runs.get('first'), { ...SUNSETS, id: RUN });
  });

  it('keeps the run before, which can be gone back to', async () => {
    const { session, posted } = await createRunningSession();
    session.receive(checkpointAt(40));
    await session.openRun(SUNSETS);
    session.receive({ type: 'runBefore' });
    const message = posted.at(-1);
    assert.ok(message?.type === 'newRun');
    assert.deepEqual(message.saved?.position, at(40));
    assert.deepEqual(message.before, { round: 7 });
  });

  it('is refused, with everything as it was, when its collection is not here', async () => {
    const store = new MemoryStore();
    const { session, posted } = await createRunningSession(store);
    session.receive(checkpointAt(40));
    const before = [posted.length, store.runs.get('first')];
    const opened = await session.openRun(onDrawn('0badcafe'));
    assert.ok(!opened.ok);
    assert.match(opened.problem.message, /somebody’s own collection/);
    assert.match(opened.problem.next, /Draw Points.*open the run again/);
    assert.deepEqual([posted.length, store.runs.get('first')], before);
  });

  it('finds the collection where it is here', async () => {
    const { session, posted } = await createRunningSession();
    const points = pointCollection('drawnPoints', 'Drawn', new Float32Array(80).fill(0.5));
    session.trainOn(points);
    session.run.reset();
    session.run.restart();
    assert.ok((await session.openRun(onDrawn(points.digest))).ok);
    const message = posted.at(-1);
    assert.ok(message?.type === 'newRun');
    assert.equal(message.collection?.digest, points.digest);
  });

  it('gives way to a lesson that is chosen meanwhile', async () => {
    const { session } = await createRunningSession();
    const opening = session.openRun(SUNSETS);
    await session.choose(lesson('second'));
    const opened = await opening;
    assert.ok(!opened.ok);
    assert.match(opened.problem.message, /Another lesson/);
    assert.equal(session.run.current.data, PICTURE_DEFAULTS.data);
  });

  it('has something to save as soon as the run has a checkpoint', async () => {
    const { session } = await createRunningSession();
    const positionToSave = () => session.run.saved?.position;
    assert.equal(positionToSave(), undefined);
    session.receive(checkpointAt(40));
    assert.deepEqual(positionToSave(), at(40));
  });
});
