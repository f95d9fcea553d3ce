import assert from 'node:assert/strict';
import { PICTURE_DEFAULTS, POINT_DEFAULTS } from '../../../src/shared/domain/hyperparameters';
import type { ReportedProblem } from '../../../src/session/sessionEvents';
import { runOfCheckpoint } from '../../../src/shared/wire/checkpoint';
import type { StoredRuns } from '../../../src/session/runStore';
import {
  applied,
  at,
  checkpointAt,
  createRunningSession,
  createSession,
  lesson,
  MemoryStore,
  summaryAt,
} from './testRuns';
import { shown, snapshotOf } from './told';

describe('Restarting', () => {
  it('gives up the saved run for good', async () => {
    const store = new MemoryStore();
    const { session } = await createRunningSession(store);
    session.receive(checkpointAt(40));
    session.receive({ type: 'restart' });
    assert.equal(store.runs.size, 0);
    assert.equal(session.run.summary, undefined);
    session.panelHidden();
    assert.equal(snapshotOf(session).saved, undefined);
  });

  it('while no panel is open lets the next panel start afresh with what is wanted', async () => {
    const { session, posted } = await createRunningSession();
    session.receive(checkpointAt(40));
    session.panelClosed();
    session.run.edit('seed', 9);
    session.run.restart();
    assert.deepEqual(posted, []);
    const snapshot = snapshotOf(session);
    assert.equal(snapshot.saved, undefined);
    assert.equal(snapshot.hyperparameters.seed, 9);
  });

  it('leaves out what is said late of the run before, though all its hyperparameters are the same', async () => {
    const store = new MemoryStore();
    let runs = 0;
    const named = () => `run-${(runs += 1)}`;
    const { session, log } = await createRunningSession(store, lesson('first'), named);
    const { run } = session.run.origin;
    session.run.restart();
    assert.notEqual(session.run.origin.run, run);
    session.receive({ ...checkpointAt(40), run });
    session.receive({ ...summaryAt(at(41)), run });
    assert.equal(store.runs.size, 0);
    assert.equal(session.run.summary, undefined);
    assert.match(log.lines.join('\n'), /too late/);
  });

  it('keeps the run before in the store, and a restart at once after that does not lose it', async () => {
    const store = new MemoryStore();
    const { session } = await createRunningSession(store);
    session.receive(checkpointAt(40));
    session.run.restart();
    session.receive(checkpointAt(0));
    session.run.restart();
    assert.equal(store.previous.get('first')?.position.round, 40);
    const later = await createRunningSession(store);
    assert.equal(later.session.run.origin.before?.round, 40);
    later.session.receive({ type: 'runBefore' });
    assert.equal(store.runs.get('first')?.position.round, 40);
  });
});

describe('The run to come back to', () => {
  it('is kept up to date as the position goes on', async () => {
    const store = new MemoryStore();
    const { session } = await createRunningSession(store);
    session.receive(checkpointAt(40));
    for (const position of [at(40, 1), at(41), at(44, 6)]) {
      session.receive(summaryAt(position));
      assert.deepEqual(store.runs.get('first')?.position, position);
    }
    session.receive(checkpointAt(45));
    assert.deepEqual(store.runs.get('first')?.position, at(45));
  });

  it('is never before its checkpoint', async () => {
    const store = new MemoryStore();
    const { session } = await createRunningSession(store);
    session.receive(checkpointAt(40));
    session.receive(summaryAt(at(39, 6)));
    assert.deepEqual(store.runs.get('first')?.position, at(40));
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
    session.run.edit('batchSize', 8);
    const changed = { ...PICTURE_DEFAULTS, batchSize: 8 };
    session.receive(checkpointAt(42, changed));
    assert.deepEqual(store.runs.get('first')?.position, at(42, 2));
    assert.deepEqual(store.runs.get('first')?.checkpointPosition, at(42));
  });

  it('goes back with the person who goes back to the checkpoint', async () => {
    const store = new MemoryStore();
    const { session } = await createRunningSession(store);
    session.receive(checkpointAt(40));
    session.receive(summaryAt(at(57, 3)));
    session.receive(summaryAt(at(40)));
    session.receive(checkpointAt(40));
    assert.deepEqual(store.runs.get('first')?.position, at(40));
  });

  it('goes on with what the rounds were trained with, whatever change is on its way', async () => {
    const store = new MemoryStore();
    const { session, posted } = await createRunningSession(store);
    session.receive(checkpointAt(40));
    session.run.edit('batchSize', 8);
    // Before the worker has heard of it.
    session.receive(summaryAt(at(44)));
    assert.deepEqual(store.runs.get('first')?.position, at(44));
    assert.equal(store.runs.get('first')?.hyperparameters.batchSize, 32);
    session.receive(applied(posted));
    const changed = { ...PICTURE_DEFAULTS, batchSize: 8 };
    session.receive(checkpointAt(45, changed));
    session.receive(summaryAt(at(46)));
    assert.deepEqual(store.runs.get('first')?.position, at(46));
    assert.deepEqual(store.runs.get('first')?.hyperparameters, changed);
  });
});

describe('A compared run that is taken over', () => {
  it('becomes the run of the lesson, from where it stands, and the other one can be gone back to', async () => {
    const { session, store, posted } = await createRunningSession();
    session.receive(checkpointAt(3));
    const other = { ...PICTURE_DEFAULTS, r1Weight: 0, latentSize: 8 };
    session.receive({ type: 'takeOver', run: runOfCheckpoint(checkpointAt(40, other)) });
    const message = posted.at(-1);
    assert.ok(message?.type === 'newRun');
    assert.equal(message.saved?.position.round, 40);
    assert.deepEqual(message.hyperparameters, other);
    assert.deepEqual(message.before, { round: 3 });
    assert.deepEqual(shown(session).running, other);
    assert.deepEqual(shown(session).wanted, other);
    assert.equal((await store.load('first')).saved?.position.round, 40);
  });

  it('is left out when it trains on other data', async () => {
    const { session, posted } = await createRunningSession();
    const before = posted.length;
    session.receive({ type: 'takeOver', run: runOfCheckpoint(checkpointAt(40, POINT_DEFAULTS)) });
    assert.equal(posted.length, before);
  });
});

describe('A run that cannot be kept', () => {
  it('is said once to the person, to the panel at every checkpoint, and no more when it is kept again', async () => {
    const store = new MemoryStore();
    const { session, posted } = await createRunningSession(store);
    const problems: string[] = [];
    session.events.problemReported.event(({ message }) => problems.push(message));
    session.receive(checkpointAt(40));
    store.reports.fire({ lessonId: 'first' });
    assert.equal(posted.at(-1)?.type, 'kept');
    for (let times = 0; times < 3; times += 1) {
      store.reports.fire({ lessonId: 'first', reason: 'There is no space left' });
    }
    assert.deepEqual(problems, ['This run is not kept since round 40: There is no space left.']);
    posted.length = 0;
    session.receive(checkpointAt(50));
    assert.deepEqual(
      posted.map(({ type }) => type),
      ['notKept'],
    );
    assert.match(session.run.keeping.problem?.message ?? '', /round 40/);
    store.reports.fire({ lessonId: 'first' });
    assert.equal(session.run.keeping.problem, undefined);
  });

  it('of another lesson is none of this one', async () => {
    const store = new MemoryStore();
    const { session } = await createRunningSession(store);
    store.reports.fire({ lessonId: 'second', reason: 'There is no space left' });
    assert.equal(session.run.keeping.problem, undefined);
  });
});

describe('A saved run that cannot be read', () => {
  it('is said, and can be trained again up to where it was', async () => {
    const record = { hyperparameters: { ...PICTURE_DEFAULTS, seed: 9 }, position: at(57, 2) };
    class SpoiledStore extends MemoryStore {
      override load(): Promise<StoredRuns> {
        return Promise.resolve({ unreadable: { reason: 'It is cut off.', record } });
      }
    }
    const { session, posted } = createSession(new SpoiledStore());
    const problems: ReportedProblem[] = [];
    session.events.problemReported.event((problem) => problems.push(problem));
    await session.choose(lesson('first'));
    session.panelReady();
    const [problem] = problems;
    assert.match(problem?.message ?? '', /could not be opened: It is cut off\./);
    problem?.action?.act();
    const message = posted.at(-1);
    assert.ok(message?.type === 'newRun');
    assert.deepEqual([message.hyperparameters.seed, message.playTo, message.saved], [9, 57, undefined]);
  });
});
