import assert from 'node:assert/strict';
import { PICTURE_DEFAULTS } from '../../../src/shared/domain/hyperparameters';
import type { PanelToHost, WorkerToPanel } from '../../../src/shared/wire/messages';
import type { Position } from '../../../src/shared/domain/phases';
import { LessonController } from '../../../webview/lesson/lessonController';
import { FRAME_STEPS } from '../../../webview/lesson/training/panelRun';
import { aLesson, aPassage, aSnapshot, aStep } from '../builders';
import { frameAt, pictures } from './frames';
import { Memory } from './memory';
import { openPanel } from './openPanel';
import { ManualTimers } from './manualTimers';

const LESSON = aLesson('test', { title: 'A lesson' });

const STARTED: WorkerToPanel = {
  type: 'started',
  start: {
    backend: { backend: 'cpu', reason: 'There is no graphics processor.' },
    generatorParameters: 1,
    discriminatorParameters: 1,
    collectionPictures: pictures(1),
  },
};

/** A panel whose run has begun; a test speaks for the worker and reads what the host is told. */
async function setUp() {
  const timers = new ManualTimers();
  const told: PanelToHost[] = [];
  let say: (message: unknown) => void = () => undefined;
  const controller = new LessonController({
    host: { send: (message) => told.push(message) },
    createWorker: () =>
      Promise.resolve({
        post: () => undefined,
        listen: (received: (message: unknown) => void) => {
          say = received;
        },
        terminate: () => undefined,
      }),
    timers,
    memory: new Memory(),
    afterPaint: () => undefined,
    motionLength: () => 0,
  });
  controller.receiveFromHost(aSnapshot(LESSON, PICTURE_DEFAULTS));
  // The worker is made in a promise that is already kept.
  await Promise.resolve();
  await Promise.resolve();
  const worker = (message: WorkerToPanel): void => say(message);
  const frame = (position: Position, playing = false): void =>
    worker({ type: 'frame', frame: frameAt(position, { playing, wholeRounds: playing }) });
  worker(STARTED);
  frame({ round: 0, phasesDone: 0 });
  /** What the host was told last of whether the run plays. */
  const saysPlaying = (): boolean | undefined => {
    timers.pass(1000);
    return told.flatMap((message) => (message.type === 'summary' ? [message.summary.playing] : [])).at(-1);
  };
  return { controller, worker, frame, saysPlaying, told };
}

describe('What the host is told of playing', () => {
  it('is that the run plays as soon as a person asks for it', async () => {
    const { controller, saysPlaying } = await setUp();
    assert.equal(saysPlaying(), false);
    controller.togglePlay();
    assert.equal(saysPlaying(), true);
  });

  it('is that it stands still once the last phase of a shown round has come to its end', async () => {
    const { controller, frame, saysPlaying } = await setUp();
    controller.choosePhase('drawReal');
    frame({ round: 0, phasesDone: 1 });
    assert.equal(saysPlaying(), false);
  });

  it('is that it stands still when it halted by itself', async () => {
    const { controller, worker, frame, saysPlaying } = await setUp();
    controller.playUntil({ kind: 'round', round: 3 });
    frame({ round: 2, phasesDone: 0 }, true);
    assert.equal(saysPlaying(), true);
    frame({ round: 3, phasesDone: 0 });
    worker({ type: 'halted', reason: 'reached' });
    assert.equal(saysPlaying(), false);
  });

  it('is that it stands still when the run failed while it played', async () => {
    const { controller, worker, frame, saysPlaying } = await setUp();
    controller.togglePlay();
    frame({ round: 2, phasesDone: 0 }, true);
    assert.equal(saysPlaying(), true);
    worker({ type: 'failed', message: 'The numbers overflowed.', next: 'Restart.' });
    assert.equal(saysPlaying(), false);
  });

  it('says nothing of the old run once another one is asked for', async () => {
    const { controller, frame, told } = await setUp();
    controller.togglePlay();
    frame({ round: 40, phasesDone: 0 }, true);
    const before = told.length;
    controller.receiveFromHost({ type: 'newRun', run: 'next', hyperparameters: PICTURE_DEFAULTS });
    assert.deepEqual(
      told.slice(before).filter(({ type }) => type === 'summary'),
      [],
    );
  });
});

describe('A phase that was chosen outside of the panel', () => {
  it('is lit where it is seen, and the run stays where it is', async () => {
    const { controller, told } = await setUp();
    controller.receiveFromHost({ type: 'showPhase', phase: 'reveal' });
    assert.deepEqual(controller.store.state.choice, { kind: 'region', region: 'truth' });
    assert.deepEqual(controller.store.state.frame?.position, { round: 0, phasesDone: 0 });
    assert.deepEqual(
      told.filter(({ type }) => type !== 'summary'),
      [],
      'nothing comes back to whom it came from',
    );
  });

  it('is marked in the notes that speak of it', async () => {
    const { controller } = await setUp();
    const reveal = aPassage('reveal', { condition: { phase: 'reveal' }, regions: ['truth'] });
    controller.receiveFromHost({
      type: 'lesson',
      lesson: aLesson('test', { steps: [aStep('step', { sections: [reveal] })] }),
      course: [],
    });
    controller.receiveFromHost({ type: 'showPhase', phase: 'reveal' });
    assert.deepEqual(controller.store.state.choice, { kind: 'passage', id: 'reveal' });
  });
});

describe('A run whose page is hidden', () => {
  it('pauses, unless it may train in the background', async () => {
    const { controller, saysPlaying } = await setUp();
    controller.togglePlay();
    controller.pageHidden();
    assert.equal(saysPlaying(), false);
    controller.receiveFromHost({ type: 'background', trains: true });
    controller.togglePlay();
    controller.pageHidden();
    assert.equal(saysPlaying(), true);
    controller.receiveFromHost({ type: 'command', command: 'pause' });
    assert.equal(saysPlaying(), false);
  });
});

describe('What is asked of a panel whose run is not there yet', () => {
  it('is done as soon as it is', async () => {
    const { controller, worker, frame } = await setUp();
    controller.receiveFromHost({ type: 'newRun', run: 'next', hyperparameters: PICTURE_DEFAULTS });
    await Promise.resolve();
    await Promise.resolve();
    controller.receiveFromHost({ type: 'compare', wanted: { batchSize: 8 } });
    assert.equal(controller.store.state.comparing, undefined);
    worker(STARTED);
    frame({ round: 0, phasesDone: 0 });
    await Promise.resolve();
    await Promise.resolve();
    assert.deepEqual(controller.store.state.comparing, { name: 'batchSize', value: 8 });
  });
});

describe('A new frame of the run', () => {
  it('is known to the player before it is drawn, so that a stage without motion can end its phase', async () => {
    const { controller, frame, saysPlaying } = await setUp();
    controller.store.subscribe(({ frame: shown }) => {
      if (shown?.position.phasesDone === 1) {
        controller.run.motionEnded();
      }
    });
    controller.nextPhase();
    frame({ round: 0, phasesDone: 1 });
    assert.equal(saysPlaying(), false);
  });

  it('is on the screen before the host hears of it', async () => {
    const { controller, frame, told } = await setUp();
    const order: string[] = [];
    controller.store.subscribe(({ frame: shown }) => order.push(`screen ${shown?.position.round}`));
    const before = told.length;
    frame({ round: 3, phasesDone: 0 });
    assert.ok(order.includes('screen 3'));
    assert.ok(
      told
        .slice(before)
        .some((message) => message.type === 'summary' && message.summary.position.round === 3),
    );
  });

  it('is seen by everybody before the run plays on to where it was started for', () => {
    assert.equal(FRAME_STEPS.at(-1), 'playTo');
    assert.ok(FRAME_STEPS.indexOf('player') < FRAME_STEPS.indexOf('screen'));
    assert.ok(FRAME_STEPS.indexOf('story') < FRAME_STEPS.indexOf('screen'));
    for (const reader of ['games', 'exercises', 'summary'] as const) {
      assert.ok(FRAME_STEPS.indexOf(reader) > FRAME_STEPS.indexOf('screen'), reader);
    }
  });
});

describe('The speed that a person chose', () => {
  it('is the same when the page comes back after another tab covered it', () => {
    const memory = new Memory();
    openPanel(memory).controller.setSpeed('fullSpeed');
    assert.equal(openPanel(memory).controller.store.state.speed, 'fullSpeed');
    memory.write('speed', 'warp');
    assert.equal(openPanel(memory).controller.store.state.speed, 'twentyRoundsASecond');
  });
});
