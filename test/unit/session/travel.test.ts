import assert from 'node:assert/strict';
import { PICTURE_DEFAULTS } from '../../../src/shared/domain/hyperparameters';
import type { PanelToHost } from '../../../src/shared/wire/messages';
import { applied, at, MemoryStore, checkpointAt, createRunningSession, summaryAt } from './testRuns';

type Change = Extract<PanelToHost, { type: 'change' }>;

const change = (changes: Change['changes']): Change => ({ type: 'change', changes });

describe('A session whose run goes back to an earlier round', () => {
  it('comes back to the shown round, with the hyperparameters of then', async () => {
    const store = new MemoryStore();
    const { session } = await createRunningSession(store);
    session.receive(checkpointAt(40));
    session.receive(summaryAt(at(57, 3)));
    const then = { ...PICTURE_DEFAULTS, batchSize: 7 };
    session.receive({ ...checkpointAt(32, then), travelled: true });
    assert.deepEqual(store.runs.get('first')?.position, at(32));
    assert.equal(store.runs.get('first')?.hyperparameters.batchSize, 7);
    session.receive(summaryAt(at(33, 2)));
    assert.deepEqual(store.runs.get('first')?.position, at(33, 2));
  });

  it('shows the values of then and does not send them back as a change', async () => {
    const { session, posted } = await createRunningSession();
    session.run.edit('batchSize', 16);
    session.receive(applied(posted));
    posted.length = 0;
    session.receive(checkpointAt(5, { ...PICTURE_DEFAULTS, batchSize: 16 }));
    session.receive({ ...checkpointAt(2), travelled: true });
    session.receive(summaryAt(at(2)));
    const shown = session.formMessage();
    assert.ok(shown.type === 'show');
    assert.deepEqual([shown.wanted.batchSize, shown.running?.batchSize], [32, 32]);
    assert.deepEqual(posted, []);
  });

  it('keeps to a change that the run has not heard of yet', async () => {
    const { session } = await createRunningSession();
    session.receive(checkpointAt(5));
    session.run.edit('batchSize', 16);
    session.receive({ ...checkpointAt(2), travelled: true });
    const shown = session.formMessage();
    assert.ok(shown.type === 'show');
    assert.equal(shown.wanted.batchSize, 16);
  });
});

describe('A remedy', () => {
  it('comes into force at once where a running net can take it over', async () => {
    const { session, posted } = await createRunningSession();
    posted.length = 0;
    session.receive(change({ generatorBeta1: 0.3, discriminatorBeta1: 0.4 }));
    const [message] = posted;
    assert.ok(message?.type === 'liveChange');
    assert.deepEqual(
      [message.hyperparameters.generatorBeta1, message.hyperparameters.discriminatorBeta1],
      [0.3, 0.4],
    );
  });

  it('starts a new run where it needs one', async () => {
    const { session, posted } = await createRunningSession();
    posted.length = 0;
    session.receive(change({ collectionSize: 128 }));
    const [message] = posted;
    assert.ok(message?.type === 'newRun');
    assert.equal(message.hyperparameters.collectionSize, 128);
  });
});

describe('Hyperparameters that do not go together', () => {
  it('are refused with the reason, and the old value stays', async () => {
    const { session, posted } = await createRunningSession();
    posted.length = 0;
    const edited = session.run.edit('discriminatorNormalization', 'batch');
    assert.ok(!edited.ok);
    assert.match(edited.problem.message, /whole batch/);
    const shown = session.formMessage();
    assert.ok(shown.type === 'show');
    assert.equal(shown.wanted.discriminatorNormalization, 'none');
    assert.deepEqual(posted, []);
  });

  it('are not brought into a running net that still waits for the other half of a change', async () => {
    const { session, posted } = await createRunningSession();
    session.run.edit('r1Weight', 0);
    session.run.edit('discriminatorNormalization', 'batch');
    session.run.restart();
    session.receive(summaryAt(at(0)));
    session.run.edit('discriminatorNormalization', 'none');
    posted.length = 0;
    session.run.edit('r1Weight', 0.6);
    assert.deepEqual(posted, []);
  });
});
