import assert from 'node:assert/strict';
import { ProgressBook, TransientMemory } from '../../../src/session/progressBook';
import { Session } from '../../../src/session/session';
import type { SessionRequest } from '../../../src/session/sessionEvents';
import { PICTURE_DEFAULTS } from '../../../src/shared/domain/hyperparameters';
import type { HostToPanel } from '../../../src/shared/wire/messages';
import { NO_PROGRESS } from '../../../src/shared/domain/progress';
import { aLesson, anExperiment, aPassage, aStep, aTry } from '../builders';
import {
  RUN,
  at,
  checkpointAt,
  createRunningSession,
  createSession,
  MemoryStore,
  summaryAt,
  TestLog,
} from './testRuns';

const COLLAPSE = anExperiment('collapse', { run: { r1Weight: 0, generatorSteps: 5, seed: 2 }, rounds: 400 });
const COLLAPSED = { ...PICTURE_DEFAULTS, r1Weight: 0, generatorSteps: 5, seed: 2 };
const REPAIRS = aTry(
  'repairs',
  { label: 'One step', changes: { generatorSteps: 1 } },
  { label: 'Wider', changes: { generatorWidth: 32 } },
);
const LESSON = aLesson('collapse-lesson', {
  steps: [
    aStep('watch', { sections: [COLLAPSE, aPassage('look')] }),
    aStep('repair', {
      sections: [REPAIRS],
      hide: ['r1Interval'],
      lock: ['discriminatorLearningRate'],
    }),
  ],
});

const running = (store = new MemoryStore()) => createRunningSession(store, LESSON);

function newRuns(posted: readonly HostToPanel[]) {
  return posted.filter((message) => message.type === 'newRun');
}

function shown(session: Session) {
  const message = session.formMessage();
  return message.type === 'show' ? message : assert.fail();
}

function snapshotOf(session: Session) {
  const message = session.panelReady();
  return message?.type === 'snapshot' ? message : assert.fail();
}

describe('Starting an experiment', () => {
  it('begins a run from round 0 with exactly its hyperparameters', async () => {
    const { session, posted } = await running();
    session.run.edit('generatorLearningRate', 0.1);
    posted.length = 0;
    session.receive({ type: 'experiment', id: 'collapse', play: false });
    assert.deepEqual(posted, [
      { type: 'newRun', run: RUN, hyperparameters: COLLAPSED, experiment: 'collapse' },
    ]);
    assert.deepEqual(shown(session).wanted, COLLAPSED);
  });

  it('plays up to its last round where that is asked for', async () => {
    const { session, posted } = await running();
    session.receive({ type: 'experiment', id: 'collapse', play: true });
    assert.equal(newRuns(posted)[0]?.playTo, 400);
  });

  it('of another lesson does nothing', async () => {
    const { session, posted } = await running();
    session.receive({ type: 'experiment', id: 'nobody', play: true });
    assert.deepEqual(posted, []);
  });

  it('makes its hyperparameters those that a reset goes back to, also after a restart of the window', async () => {
    const store = new MemoryStore();
    const { session } = await running(store);
    session.receive({ type: 'experiment', id: 'collapse', play: false });
    session.receive(summaryAt(at(0)));
    session.receive(checkpointAt(0, COLLAPSED));
    session.run.edit('generatorSteps', 1);
    session.run.reset();
    assert.deepEqual(shown(session).wanted, COLLAPSED);
    const later = createSession(store).session;
    await later.choose(LESSON);
    assert.deepEqual(shown(later).defaults, COLLAPSED);
    assert.equal(snapshotOf(later).experiment, 'collapse');
  });

  it('takes the backend from the settings', async () => {
    const { session, settings } = await running();
    session.receive({ type: 'experiment', id: 'collapse', play: false });
    settings.backend = 'cpu';
    session.run.refreshDefaults();
    assert.deepEqual(shown(session).defaults, { ...COLLAPSED, backend: 'cpu' });
  });
});

describe('The run before', () => {
  it('is kept when a new one starts, and comes back where it was', async () => {
    const { session, posted, store } = await running();
    session.receive(checkpointAt(40));
    session.receive(summaryAt(at(57)));
    session.receive({ type: 'experiment', id: 'collapse', play: false });
    assert.deepEqual(newRuns(posted)[0]?.before, { round: 57 });
    session.receive({ type: 'runBefore' });
    const back = newRuns(posted)[1];
    assert.deepEqual(back?.saved?.position, at(57));
    assert.deepEqual(back?.hyperparameters, PICTURE_DEFAULTS);
    assert.equal(back?.experiment, undefined);
    assert.deepEqual(shown(session).defaults, PICTURE_DEFAULTS);
    assert.deepEqual((await store.load('collapse-lesson')).saved?.position, at(57));
  });

  it('can be changed for the new one again', async () => {
    const { session, posted } = await running();
    session.receive(checkpointAt(40));
    session.receive(summaryAt(at(57)));
    session.receive({ type: 'experiment', id: 'collapse', play: false });
    session.receive(summaryAt(at(0)));
    session.receive(checkpointAt(20, COLLAPSED));
    session.receive({ type: 'runBefore' });
    session.receive(summaryAt(at(57)));
    session.receive({ type: 'runBefore' });
    const again = newRuns(posted).at(-1);
    assert.deepEqual(again?.hyperparameters, COLLAPSED);
    assert.equal(again?.experiment, 'collapse');
    assert.deepEqual(again?.before, { round: 57 });
  });

  it('is none where nothing was there to come back to', async () => {
    const { session, posted } = await running();
    session.run.restart();
    session.receive({ type: 'runBefore' });
    assert.deepEqual(posted, [{ type: 'newRun', run: RUN, hyperparameters: PICTURE_DEFAULTS }]);
  });
});

describe('What a lesson proposes to try', () => {
  it('comes into force at once where the running net can take it over', async () => {
    const { session, posted } = await running();
    session.receive({ type: 'try', section: 'repairs', choice: 0 });
    session.run.edit('generatorSteps', 5);
    session.receive({ type: 'try', section: 'repairs', choice: 0 });
    const live = posted.filter((message) => message.type === 'liveChange');
    assert.deepEqual(
      live.map(({ hyperparameters }) => hyperparameters.generatorSteps),
      [5, 1],
    );
    assert.deepEqual(newRuns(posted), []);
  });

  it('starts a new run at the same place of the notes where it cannot', async () => {
    const { session, posted } = await running();
    session.receive({ type: 'try', section: 'repairs', choice: 1 });
    assert.deepEqual(newRuns(posted), [
      {
        type: 'newRun',
        run: RUN,
        hyperparameters: { ...PICTURE_DEFAULTS, generatorWidth: 32 },
      },
    ]);
  });

  it('is nothing where the lesson proposes nothing', async () => {
    const { session, posted } = await running();
    session.receive({ type: 'try', section: 'repairs', choice: 9 });
    session.receive({ type: 'try', section: 'collapse', choice: 0 });
    assert.deepEqual(posted, []);
  });
});

describe('What a step hides and holds fixed', () => {
  const inRepair = async () => {
    const created = await running();
    created.session.receive({ type: 'progress', event: { kind: 'step', step: 'repair' } });
    return created;
  };

  it('reaches the form with the step', async () => {
    const { session } = await running();
    assert.equal(shown(session).locked, undefined);
    session.receive({ type: 'progress', event: { kind: 'step', step: 'repair' } });
    assert.deepEqual(shown(session).hidden, ['r1Interval']);
    assert.deepEqual(shown(session).locked, ['discriminatorLearningRate']);
  });

  it('is refused when it is edited, and the run goes on as it was', async () => {
    const { session, posted } = await inRepair();
    const edited = session.run.edit('discriminatorLearningRate', 0.1);
    assert.ok(!edited.ok);
    assert.match(edited.problem.message, /holds “Learning rate” fixed/);
    assert.deepEqual(shown(session).wanted, PICTURE_DEFAULTS);
    assert.deepEqual(posted, []);
    assert.equal(session.run.edit('generatorLearningRate', 0.1).ok, true);
  });

  it('is refused from a remedy, with the reason', async () => {
    const { session, posted } = await inRepair();
    const told: string[] = [];
    session.events.problemReported.event(({ message }) => told.push(message));
    session.receive({ type: 'change', changes: { generatorSteps: 2, discriminatorLearningRate: 0.1 } });
    assert.equal(told.length, 1);
    assert.deepEqual(posted, []);
    assert.deepEqual(shown(session).wanted, PICTURE_DEFAULTS);
  });

  it('does not keep the lesson itself from changing it', async () => {
    const { session, posted } = await inRepair();
    const lesson = {
      ...LESSON,
      steps: LESSON.steps.map((step) => ({
        ...step,
        sections: [aTry('own', { label: '', changes: { discriminatorLearningRate: 0.01 } })],
      })),
    };
    session.replaceText(lesson);
    session.receive({ type: 'try', section: 'own', choice: 0 });
    assert.equal(posted.at(-1)?.type, 'liveChange');
  });
});

describe('Where somebody goes in a lesson', () => {
  it('is told to the panel that shows it', async () => {
    const { session, posted } = await running();
    await session.choose(LESSON, { visit: 'repair' });
    assert.deepEqual(posted, [{ type: 'visit', id: 'repair' }]);
    assert.equal(session.teaching.place.step?.id, 'repair');
  });

  it('waits for the panel where it is covered or closed', async () => {
    const { session } = await running();
    session.panelHidden();
    await session.choose(LESSON, { visit: 'repairs' });
    assert.equal(snapshotOf(session).visit, 'repairs');
    assert.equal(session.teaching.place.step?.id, 'repair');
    session.panelClosed();
    assert.equal(snapshotOf(session).visit, 'repair', 'a section is gone to once, then it is the step');
  });

  it('is the first step, too, once, where that was asked for', async () => {
    const { session } = await running();
    session.panelHidden();
    await session.choose(LESSON, { visit: 'watch' });
    assert.equal(snapshotOf(session).visit, 'watch');
    session.panelClosed();
    assert.equal(snapshotOf(session).visit, undefined, 'the text begins with the introduction');
  });

  it('is where they were when they come back another day', async () => {
    const log = new TestLog();
    const progress = new ProgressBook(new TransientMemory(), log);
    const sessionOf = () =>
      new Session({
        store: new MemoryStore(),
        backend: () => 'auto',
        strings: undefined,
        progress,
        uniqueName: () => RUN,
        log,
      });
    const first = sessionOf();
    await first.choose(LESSON);
    assert.equal(snapshotOf(first).visit, undefined);
    first.receive({ type: 'progress', event: { kind: 'step', step: 'repair' } });
    const later = sessionOf();
    await later.choose(LESSON);
    assert.equal(later.teaching.place.step?.id, 'repair');
    assert.equal(snapshotOf(later).visit, 'repair');
    assert.deepEqual(snapshotOf(later).progress, { ...NO_PROGRESS, step: 'repair' });
  });

  it('is no place that the lesson does not have', async () => {
    const { session, posted } = await running();
    await session.choose(LESSON, { visit: 'nowhere' });
    assert.deepEqual(posted, []);
    assert.equal(session.teaching.place.step?.id, 'watch');
  });
});

describe('Progress that is reset', () => {
  it('is told to the panel of that lesson', async () => {
    const log = new TestLog();
    const progress = new ProgressBook(new TransientMemory(), log);
    const session = new Session({
      store: new MemoryStore(),
      backend: () => 'auto',
      strings: undefined,
      progress,
      uniqueName: () => RUN,
      log,
    });
    await session.choose(LESSON);
    session.panelReady();
    session.receive(summaryAt(at(0)));
    const posted: HostToPanel[] = [];
    session.events.messageSent.event((message) => posted.push(message));
    session.receive({ type: 'progress', event: { kind: 'read', step: 'watch' } });
    progress.replace('another', NO_PROGRESS);
    assert.deepEqual(posted, []);
    progress.replace('collapse-lesson', NO_PROGRESS);
    assert.deepEqual(posted, [{ type: 'progress', progress: NO_PROGRESS }]);
  });
});

describe('What is done outside of the panel', () => {
  it('is asked for', async () => {
    const { session } = await running();
    const wishes: SessionRequest[] = [];
    session.events.requested.event((wish) => wishes.push(wish));
    session.receive({ type: 'openLesson', lesson: 'balance', id: 'gauges' });
    session.receive({ type: 'activity', opens: 'ownPictures' });
    assert.deepEqual(wishes, [
      { type: 'openLesson', lesson: 'balance', id: 'gauges' },
      { type: 'activity', opens: 'ownPictures' },
    ]);
  });
});
