import assert from 'node:assert/strict';
import type { Hyperparameters } from '../../../src/shared/domain/hyperparameters';
import type { PanelToWorker, WorkerToPanel } from '../../../src/shared/wire/messages';
import { afterPhase, START, type Position } from '../../../src/shared/domain/phases';
import { failure, success, type Result } from '../../../src/shared/result';
import type { RunFrame } from '../../../src/shared/wire/run';
import { RunHistory } from '../../../webview/gan/history/runHistory';
import { Player } from '../../../webview/gan/player';
import type { Trainer } from '../../../webview/gan/trainer';
import { ManualClock } from './manualClock';
import { SMALL } from './support';

const PICTURES = { count: 0, size: 1, rgba: new Uint8ClampedArray(0) };
const BACKEND = { backend: 'cpu', reason: '' } as const;

/** Counts instead of training; a round takes some time of the manual clock. */
class CountingTrainer implements Pick<Trainer, keyof Trainer> {
  readonly backend = BACKEND;
  readonly start = {
    backend: BACKEND,
    generatorParameters: 1,
    discriminatorParameters: 1,
    collectionPictures: PICTURES,
  };
  afterUpdate = (): void => undefined;
  hyperparameters: Hyperparameters = SMALL;
  failsAt = Infinity;
  disposed = false;
  readonly backendIsLost = false;
  readonly modeNames = undefined;

  constructor(
    private readonly clock: ManualClock,
    private readonly roundTime = 10,
    public position: Position = START,
  ) {}

  prepareMeasurements(): void {}

  runPhase(): Result<Position> {
    assert.ok(!this.disposed, 'a disposed trainer was used');
    this.clock.time += this.roundTime / 7;
    this.position = afterPhase(this.position);
    return this.position.round >= this.failsAt ? failure('It exploded.', 'Do less.') : success(this.position);
  }

  runRound(): Result<Position> {
    do {
      const result = this.runPhase();
      if (!result.ok) {
        return result;
      }
    } while (this.position.phasesDone > 0);
    return success(this.position);
  }

  changeLive(wanted: Hyperparameters): Result<Position> {
    if (wanted.batchSize === 13) {
      return failure('Unlucky.', 'Take 12.');
    }
    this.hyperparameters = wanted;
    return success(this.position);
  }

  checkpoint() {
    return success({ position: { round: this.position.round, phasesDone: 0 }, bytes: Uint8Array.of(1) });
  }

  walk() {
    return PICTURES;
  }

  walkQuality(): undefined {
    return undefined;
  }

  readonly past = undefined;
  readonly measured = { metrics: undefined, quality: undefined };
  readonly failedIn = undefined;

  snapshot(): undefined {}

  restore(): void {}

  startAgain(): void {}

  showLayers(): void {}

  gameSource(): never {
    throw new Error('Nobody plays a game here.');
  }

  frame(options: { playing: boolean; wholeRounds: boolean }): RunFrame {
    assert.ok(!this.disposed, 'a disposed trainer was used');
    return { position: this.position, ...options, noise: [], fixedSamples: PICTURES, samplesOverTime: [] };
  }

  dispose(): void {
    this.disposed = true;
  }
}

interface Stage {
  readonly clock: ManualClock;
  readonly trainer: CountingTrainer;
  readonly sent: WorkerToPanel[];
  readonly player: Player;
  /** Sends a message and says at once that frames are drawn. */
  tell(message: PanelToWorker): void;
  frames(): RunFrame[];
}

const START_MESSAGE = { type: 'start', hyperparameters: SMALL } as const;

/** A player whose trainer is there. With `eager` the panel draws every frame at once. */
async function stage({ eager = true, roundTime = 10, first = START } = {}): Promise<Stage> {
  const clock = new ManualClock();
  const trainer = new CountingTrainer(clock, roundTime, first);
  const sent: WorkerToPanel[] = [];
  const player = new Player(
    () => Promise.resolve(success(new RunHistory(trainer))),
    (message) => {
      sent.push(message);
      if (eager && message.type === 'frame') {
        clock.schedule(() => player.handle({ type: 'frameShown' }), 0);
      }
    },
    clock,
  );
  player.handle(START_MESSAGE);
  await settled();
  return {
    clock,
    trainer,
    sent,
    player,
    tell: (message) => player.handle(message),
    frames: () => sent.flatMap((message) => (message.type === 'frame' ? [message.frame] : [])),
  };
}

/** Lets promises come through. */
async function settled(): Promise<void> {
  await Promise.resolve();
  await Promise.resolve();
  await Promise.resolve();
}

const typesOf = (sent: WorkerToPanel[]) => sent.map(({ type }) => type);

describe('The player', () => {
  it('starts with what it knows, a frame and a checkpoint', async () => {
    const { sent } = await stage();
    assert.deepEqual(typesOf(sent), ['started', 'frame', 'checkpoint']);
  });

  it('says how long a round takes when that is more than a second, and hears a pause within its first one', async () => {
    const { clock, trainer, tell, frames } = await stage({ roundTime: 4200 });
    tell({ type: 'play' });
    clock.runFor(700);
    tell({ type: 'pause' });
    assert.ok(
      trainer.position.round === 0 && trainer.position.phasesDone > 0,
      'the pause waited for the round',
    );
    tell({ type: 'play' });
    clock.runFor(9000);
    const { roundMs = 0, playing } = frames().at(-1) ?? {};
    assert.ok(playing && Math.abs(roundMs - 4200) < 700, `${roundMs} ms`);
  });

  it('says nothing of rounds that fly by', async () => {
    const { clock, tell, frames } = await stage({ roundTime: 10 });
    tell({ type: 'play' });
    clock.runFor(200);
    assert.equal(frames().at(-1)?.roundMs, undefined);
  });

  it('steps phase by phase and sends a checkpoint when a round is complete', async () => {
    const { clock, sent, tell, frames } = await stage();
    clock.runFor(100);
    sent.length = 0;
    for (let phase = 0; phase < 7; phase++) {
      tell({ type: 'nextPhase' });
      clock.runFor(100);
    }
    assert.deepEqual(
      frames().map(({ position }) => position.phasesDone),
      [1, 2, 3, 4, 5, 6, 0],
    );
    assert.ok(frames().every(({ playing, wholeRounds }) => !playing && !wholeRounds));
    assert.deepEqual(typesOf(sent).filter((type) => type === 'checkpoint').length, 1);
    assert.equal(typesOf(sent).at(-1), 'checkpoint');
  });

  it('finishes the round in progress, or runs a whole one, on nextRound', async () => {
    const { trainer, tell } = await stage();
    tell({ type: 'nextPhase' });
    tell({ type: 'nextPhase' });
    tell({ type: 'nextRound' });
    assert.deepEqual(trainer.position, { round: 1, phasesDone: 0 });
    tell({ type: 'nextRound' });
    assert.deepEqual(trainer.position, { round: 2, phasesDone: 0 });
  });

  it('plays in slices that let messages through', async () => {
    const { clock, trainer, tell } = await stage({ roundTime: 5 });
    tell({ type: 'play' });
    while (trainer.position.round === 0) {
      clock.runNext();
    }
    // The end of the first round, which is played phase by phase, and whole ones after it.
    assert.ok(trainer.position.round <= 1 + 3, 'a slice takes about 12 ms');
    assert.ok(clock.waiting > 0);
  });

  it('plays no faster than asked, and as fast as it can when asked for more', async () => {
    const slow = await stage();
    slow.tell({ type: 'play', roundsPerSecond: 10 });
    slow.clock.runFor(3000);
    assert.ok(Math.abs(slow.trainer.position.round - 30) <= 1, `${slow.trainer.position.round} rounds`);
    const fast = await stage();
    fast.tell({ type: 'play', roundsPerSecond: 1000 });
    fast.clock.runFor(3000);
    assert.ok(Math.abs(fast.trainer.position.round - 300) <= 3, `${fast.trainer.position.round} rounds`);
  });

  it('never plays twice at once, however quickly play and pause follow each other', async () => {
    const { clock, trainer, tell } = await stage();
    for (let press = 0; press < 20; press++) {
      tell({ type: 'play', roundsPerSecond: 10 });
      tell({ type: 'pause' });
      tell({ type: 'play', roundsPerSecond: 10 });
    }
    clock.runFor(3000);
    assert.ok(Math.abs(trainer.position.round - 30) <= 2, `${trainer.position.round} rounds`);
    tell({ type: 'pause' });
    const { round } = trainer.position;
    clock.runFor(3000);
    assert.equal(trainer.position.round, round);
  });

  it('ends playing by a step, too', async () => {
    const { clock, trainer, tell, frames } = await stage();
    tell({ type: 'play' });
    clock.runFor(200);
    tell({ type: 'nextPhase' });
    const { position } = trainer;
    clock.runFor(1000);
    assert.deepEqual(trainer.position, position);
    assert.equal(frames().at(-1)?.playing, false);
  });

  it('trains on while the panel draws, and then sends the newest frame', async () => {
    const { clock, trainer, tell, frames } = await stage({ eager: false });
    tell({ type: 'frameShown' });
    tell({ type: 'play' });
    clock.runFor(1000);
    const before = frames().length;
    assert.ok(before <= 3);
    assert.ok(trainer.position.round > 50);
    tell({ type: 'frameShown' });
    assert.equal(frames().length, before + 1);
    assert.deepEqual(frames().at(-1)?.position, trainer.position);
  });

  it('sends at most sixty frames a second', async () => {
    const { clock, frames, tell } = await stage({ roundTime: 1 });
    tell({ type: 'play' });
    clock.runFor(1000);
    assert.ok(frames().length > 30 && frames().length <= 62, `${frames().length} frames`);
  });

  it('sends a checkpoint every two seconds of playing, on pause and on a live change', async () => {
    const { clock, sent, tell } = await stage();
    const checkpoints = () => typesOf(sent).filter((type) => type === 'checkpoint').length;
    const atStart = checkpoints();
    tell({ type: 'play' });
    clock.runFor(6100);
    assert.equal(checkpoints(), atStart + 3);
    tell({ type: 'liveChange', change: 1, hyperparameters: { ...SMALL, batchSize: 7 } });
    assert.equal(checkpoints(), atStart + 4);
    tell({ type: 'pause' });
    assert.equal(checkpoints(), atStart + 5);
    tell({ type: 'pause' });
    assert.equal(checkpoints(), atStart + 5);
  });

  it('tells why a run ended and is ready for another', async () => {
    const { clock, trainer, player, sent, tell } = await stage();
    trainer.failsAt = 5;
    tell({ type: 'play' });
    clock.runFor(1000);
    assert.deepEqual(sent.at(-1), { type: 'failed', message: 'It exploded.', next: 'Do less.' });
    assert.ok(trainer.disposed);
    tell({ type: 'nextPhase' });
    tell({ type: 'pause' });
    clock.runFor(1000);
    assert.equal(typesOf(sent).at(-1), 'failed');
    player.handle(START_MESSAGE);
    await settled();
    assert.equal(typesOf(sent).filter((type) => type === 'started').length, 2);
  });

  it('tells why a live change is impossible', async () => {
    const { sent, tell } = await stage();
    tell({ type: 'liveChange', change: 1, hyperparameters: { ...SMALL, batchSize: 13 } });
    assert.deepEqual(sent.at(-1), { type: 'refused', change: 1, message: 'Unlucky.', next: 'Take 12.' });
  });

  it('tells when the backend gives up', async () => {
    const { sent, trainer, tell } = await stage();
    trainer.runPhase = () => {
      throw new Error('out of memory');
    };
    tell({ type: 'nextPhase' });
    const last = sent.at(-1);
    assert.ok(last?.type === 'failed' && /out of memory/.test(last.message));
  });

  it('keeps commands that come before the run is ready', async () => {
    const clock = new ManualClock();
    const trainer = new CountingTrainer(clock);
    const player = new Player(
      () => Promise.resolve(success(new RunHistory(trainer))),
      () => undefined,
      clock,
    );
    player.handle(START_MESSAGE);
    player.handle({ type: 'nextPhase' });
    player.handle({ type: 'nextPhase' });
    assert.equal(trainer.position.phasesDone, 0);
    await settled();
    assert.equal(trainer.position.phasesDone, 2);
  });

  it('puts away a trainer that comes after another start', async () => {
    const clock = new ManualClock();
    const trainers = [new CountingTrainer(clock), new CountingTrainer(clock)];
    const waiting: ((run: Result<RunHistory>) => void)[] = [];
    const sent: WorkerToPanel[] = [];
    const player = new Player(
      () => new Promise((resolve) => waiting.push(resolve)),
      (message) => sent.push(message),
      clock,
    );
    player.handle(START_MESSAGE);
    player.handle(START_MESSAGE);
    const [first, second] = trainers;
    assert.ok(first && second);
    waiting[1]?.(success(new RunHistory(second)));
    await settled();
    waiting[0]?.(success(new RunHistory(first)));
    await settled();
    assert.deepEqual([first.disposed, second.disposed], [true, false]);
    assert.equal(typesOf(sent).filter((type) => type === 'started').length, 1);
  });

  it('runs again to where the run had come, in slices, and tells how far it is', async () => {
    const clock = new ManualClock();
    const trainer = new CountingTrainer(clock, 10, { round: 100, phasesDone: 0 });
    const sent: WorkerToPanel[] = [];
    const player = new Player(
      () => Promise.resolve(success(new RunHistory(trainer))),
      (message) => sent.push(message),
      clock,
    );
    const position = { round: 130, phasesDone: 3 };
    const wanted = { ...SMALL, batchSize: 9 };
    player.handle({
      type: 'start',
      hyperparameters: wanted,
      resume: { checkpoint: new Uint8Array(0), backend: 'cpu', position, wholeRounds: false },
    });
    await settled();
    player.handle({ type: 'nextPhase' });
    clock.runFor(1000);
    const reports = sent.flatMap((message) => (message.type === 'resuming' ? [message] : []));
    assert.ok(reports.length > 5);
    assert.ok(reports.every(({ total }) => total === 30));
    assert.deepEqual(
      reports.map(({ done }) => done),
      reports.map(({ done }) => done).sort((a, b) => a - b),
    );
    assert.equal(trainer.hyperparameters.batchSize, 9);
    assert.deepEqual(trainer.position, { round: 130, phasesDone: 4 });
    const firstFrame = sent.find((message) => message.type === 'frame');
    assert.deepEqual(firstFrame?.type === 'frame' && firstFrame.frame.position, position);
  });
});
