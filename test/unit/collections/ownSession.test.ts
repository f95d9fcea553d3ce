import assert from 'node:assert/strict';
import { MemoryCollections } from '../../../src/collections/ownCollections';
import { Session } from '../../../src/session/session';
import { pointCollection, type OwnCollection } from '../../../src/shared/domain/collection';
import type { HostToPanel } from '../../../src/shared/wire/messages';
import { START } from '../../../src/shared/domain/phases';
import type { Problem } from '../../../src/shared/result';
import { RUN, checkpointAt, lesson, MemoryStore, summaryAt, TestLog } from '../session/testRuns';

function points(shift: number): OwnCollection {
  return pointCollection(
    'ownPoints',
    'table',
    Float32Array.from({ length: 40 }, (_, i) => i / 40 + shift),
  );
}

async function running({ store = new MemoryStore(), collections = new MemoryCollections() } = {}) {
  const log = new TestLog();
  const session = new Session({
    store,
    collections,
    backend: () => 'cpu',
    strings: undefined,
    uniqueName: () => RUN,
    log,
  });
  const posted: HostToPanel[] = [];
  const told: Problem[] = [];
  session.events.messageSent.event((message) => posted.push(message));
  session.events.problemReported.event((problem) => told.push(problem));
  await session.choose(lesson('first'));
  const snapshot = session.panelReady();
  session.receive(summaryAt(START));
  return { session, store, collections, posted, told, log, snapshot };
}

/** A checkpoint of the run that this session has in its panel. */
function checkpoint(session: Session, round: number, collection: OwnCollection | undefined) {
  const message = session.formMessage();
  assert.ok(message.type === 'show' && message.running);
  return {
    ...checkpointAt(round, message.running),
    ...(collection && { collection: collection.digest }),
  };
}

describe('A session with a collection of the learner', () => {
  it('refuses such data while there is none, with the reason', async () => {
    const { session } = await running();
    const edited = session.run.edit('data', 'ownPoints');
    assert.ok(!edited.ok);
    assert.match(edited.problem.next, /Use My Own Points/);
    const message = session.formMessage();
    assert.ok(
      message.type === 'show' && message.wanted.data === 'portraits' && message.ownData === undefined,
    );
  });

  it('starts a new run on it, and offers it in the form', async () => {
    const { session, posted } = await running();
    assert.ok(session.trainOn(points(0)).ok);
    const [newRun] = posted;
    assert.ok(newRun?.type === 'newRun');
    assert.equal(newRun.hyperparameters.data, 'ownPoints');
    assert.equal(newRun.hyperparameters.generatorNetwork, 'dense');
    assert.deepEqual(newRun.collection, points(0));
    const message = session.formMessage();
    assert.ok(message.type === 'show');
    assert.deepEqual(message.ownData, ['ownPoints']);
    assert.ok(session.run.edit('data', 'portraits').ok && session.run.edit('data', 'ownPoints').ok);
  });

  it('takes another one of the same kind for the next run', async () => {
    const { session, posted } = await running();
    session.trainOn(points(0));
    session.trainOn(points(1));
    const last = posted.at(-1);
    assert.ok(last?.type === 'newRun');
    assert.deepEqual(last.collection, points(1));
  });

  it('sends no collection along with other data', async () => {
    const { session, posted } = await running();
    session.trainOn(points(0));
    session.run.edit('data', 'portraits');
    session.run.restart();
    const last = posted.at(-1);
    assert.ok(last?.type === 'newRun');
    assert.equal(last.collection, undefined);
  });

  it('gives it to a panel that comes back', async () => {
    const { session } = await running();
    session.trainOn(points(0));
    session.panelHidden();
    assert.equal(session.page.isConnected, false);
    const snapshot = session.panelReady();
    assert.ok(snapshot?.type === 'snapshot' && session.page.isConnected);
    assert.equal(snapshot.hyperparameters.data, 'ownPoints');
    assert.deepEqual(snapshot.collection, points(0));
  });

  it('keeps with a run which collection it was trained on, and finds both again', async () => {
    const first = await running();
    first.session.trainOn(points(0));
    first.session.receive(checkpoint(first.session, 40, points(0)));
    const { collection } = first.store.runs.get('first') ?? {};
    assert.equal(collection, points(0).digest);
    const { snapshot, told } = await running(first);
    assert.ok(snapshot?.type === 'snapshot');
    assert.equal(snapshot.saved?.position.round, 40);
    assert.deepEqual(snapshot.collection, points(0));
    assert.deepEqual(told, []);
  });

  for (const [what, collections] of [
    ['missing', new MemoryCollections()],
    ['another one', new MemoryCollections()],
  ] as const) {
    it(`starts afresh when the collection is ${what}, says so, and loses no file`, async () => {
      const first = await running();
      first.session.trainOn(points(0));
      first.session.receive(checkpoint(first.session, 40, points(0)));
      if (what === 'another one') {
        collections.add(points(1));
      }
      class Watched extends MemoryStore {
        readonly archivedRuns: string[] = [];
        override archive(lessonId: string): void {
          this.archivedRuns.push(lessonId);
          super.archive(lessonId);
        }
      }
      const store = new Watched();
      first.store.runs.forEach((run, id) => store.keep(id, run));
      const { snapshot, told } = await running({ store, collections });
      assert.ok(snapshot?.type === 'snapshot');
      assert.equal(snapshot.saved, undefined);
      assert.equal(snapshot.hyperparameters.data, 'portraits');
      assert.deepEqual(store.archivedRuns, ['first']);
      assert.match(told.map(({ message }) => message).join(), /missing or has changed/);
    });
  }

  it('hears what the panel says about collections', async () => {
    const { session } = await running();
    const heard: string[] = [];
    session.events.panelAnswered.event(({ type }) => heard.push(type));
    session.receive({ type: 'picturesDecoded', request: 1, pictures: [], refused: [] });
    session.receive({ type: 'pointsDrawn', points: new Float32Array(40) });
    assert.deepEqual(heard, ['picturesDecoded', 'pointsDrawn']);
  });
});
