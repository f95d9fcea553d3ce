import assert from 'node:assert/strict';
import { PICTURE_DEFAULTS, type Hyperparameters } from '../../../src/shared/domain/hyperparameters';
import type { PanelToWorker, WorkerToPanel } from '../../../src/shared/wire/messages';
import { Comparison } from '../../../webview/lesson/compare/comparison';
import type { SideName } from '../../../webview/lesson/compare/comparisonState';
import { bothInWords, whatDiffers } from '../../../webview/lesson/compare/words';
import { frameAt, pictures } from '../panel/frames';
import { ManualTimers } from '../panel/manualTimers';

/** A worker that a test speaks for. */
class TestWorker {
  readonly posted: PanelToWorker[] = [];
  terminated = false;
  private received: (message: unknown) => void = () => undefined;

  post(message: PanelToWorker): void {
    this.posted.push(message);
  }
  listen(received: (message: unknown) => void): void {
    this.received = received;
  }
  terminate(): void {
    this.terminated = true;
  }
  say(message: WorkerToPanel): void {
    this.received(message);
  }
  frame(round: number, playing: boolean): void {
    this.say({ type: 'frame', frame: frameAt({ round, phasesDone: 0 }, { playing, wholeRounds: true }) });
  }
  /** Plays to where it was sent, as a worker does: frames, a checkpoint, and word that it is there. */
  arrive(hyperparameters: Hyperparameters): void {
    const play = this.posted.findLast((message) => message.type === 'play');
    const round = play?.type === 'play' && play.until?.kind === 'round' ? play.until.round : assert.fail();
    this.frame(round, false);
    this.say({
      type: 'checkpoint',
      hyperparameters,
      backend: 'cpu',
      position: { round, phasesDone: 0 },
      wholeRounds: true,
      bytes: Uint8Array.of(round),
    });
    this.say({ type: 'halted', reason: 'reached' });
  }
}

const a: Hyperparameters = { ...PICTURE_DEFAULTS, backend: 'cpu' };
const b: Hyperparameters = { ...a, r1Weight: 0 };

async function begun(round?: number) {
  const workers: TestWorker[] = [];
  const comparison = new Comparison({
    createWorker: () => {
      const worker = new TestWorker();
      workers.push(worker);
      return Promise.resolve(worker);
    },
    timers: new ManualTimers(),
    afterPaint: (callback) => callback(),
  });
  const beginning = {
    difference: 'r1Weight',
    hyperparameters: { a, b },
    collection: undefined,
    strings: undefined,
    ...(round !== undefined && { round }),
  } as const;
  comparison.begin(beginning);
  await Promise.resolve();
  await Promise.resolve();
  const [first, second] = workers;
  assert.ok(first && second);
  for (const worker of workers) {
    worker.say({
      type: 'started',
      start: {
        backend: { backend: 'cpu', reason: '' },
        generatorParameters: 1,
        discriminatorParameters: 1,
        collectionPictures: pictures(1),
      },
    });
    worker.frame(0, false);
  }
  const state = () => comparison.store.state ?? assert.fail();
  const roundOf = (side: SideName) => state().sides[side].frame?.position.round;
  return { comparison, workers, first, second, beginning, state, round: roundOf };
}

describe('A comparison of two runs', () => {
  it('begins both with the same seed and everything equal but one thing', async () => {
    const { first, second, state } = await begun();
    const [startA, startB] = [first.posted[0], second.posted[0]];
    assert.ok(startA?.type === 'start' && startB?.type === 'start');
    assert.deepEqual({ ...startB.hyperparameters, r1Weight: startA.hyperparameters.r1Weight }, a);
    assert.match(whatDiffers(state()), /seed 1 .* R1 weight: 0\.6 in A, 0 in B\.$/);
  });

  it('plays both to a round at once, when it comes back to one that was there before', async () => {
    const back = await begun(30);
    assert.deepEqual([back.state().playing, back.state().target], [true, 30]);
    while (back.state().playing) {
      back.first.arrive(a);
      back.second.arrive(b);
    }
    assert.deepEqual([back.round('a'), back.round('b'), back.state().playing], [30, 30, false]);
  });

  it('steps both by one round, and keeps what each can be gone on with', async () => {
    const { comparison, first, second, state, round } = await begun();
    comparison.step();
    assert.equal(state().playing, true);
    first.arrive(a);
    assert.equal(state().playing, true, 'until both are there');
    second.arrive(b);
    assert.equal(state().playing, false);
    assert.deepEqual([round('a'), round('b')], [1, 1]);
    assert.deepEqual(state().sides.b.checkpoint?.hyperparameters, b);
    assert.equal(state().sides.b.checkpoint?.position.round, 1);
  });

  it('waits for the last frame of a run, which may come after its word that it is there', async () => {
    const { comparison, first, second, state } = await begun();
    comparison.step();
    first.say({ type: 'halted', reason: 'reached' });
    second.say({ type: 'halted', reason: 'reached' });
    assert.equal(state().playing, true);
    first.frame(1, false);
    second.frame(1, false);
    assert.equal(state().playing, false);
  });

  it('plays until it is told to stop, and then stands at one round', async () => {
    const { comparison, first, second, state, round } = await begun();
    comparison.playTo();
    first.frame(6, true);
    second.frame(3, true);
    comparison.pause();
    first.frame(6, false);
    first.say({ type: 'halted', reason: 'reached' });
    second.frame(3, false);
    second.say({ type: 'halted', reason: 'reached' });
    assert.equal(state().playing, true, 'one still catches up');
    second.arrive(b);
    assert.equal(state().playing, false);
    assert.deepEqual([round('a'), round('b')], [6, 6]);
  });

  it('tells both runs in words', async () => {
    const { first, second, state } = await begun();
    const quality = { round: 200, miniFid: 0.12, effectiveModes: 5.6, modes: 6 };
    for (const [worker, miniFid] of [
      [first, 0.12],
      [second, 0.4],
    ] as const) {
      const frame = frameAt({ round: 200, phasesDone: 0 }, { quality: { ...quality, miniFid } });
      worker.say({ type: 'frame', frame });
    }
    assert.match(
      bothInWords(state()),
      /^A: round 200, Distance from real 0\.12, 5\.6 of 6 kinds.* B: round 200, Distance from real 0\.40/,
    );
  });

  it('stops both, and says which and why, when the numbers of one overflow', async () => {
    const { comparison, workers, second, state } = await begun();
    comparison.playTo(100);
    second.say({ type: 'halted', reason: 'notFinite' });
    assert.match(state().problem?.message ?? '', /^B: /);
    assert.equal(state().playing, false);
    assert.ok(workers.every(({ terminated }) => terminated));
  });

  it('leaves no worker behind, whether it ends or begins again', async () => {
    const { comparison, workers, beginning } = await begun();
    comparison.begin(beginning);
    await Promise.resolve();
    await Promise.resolve();
    assert.deepEqual(
      workers.map(({ terminated }) => terminated),
      [true, true, false, false],
    );
    comparison.end();
    assert.ok(workers.every(({ terminated }) => terminated));
    assert.equal(comparison.store.state, undefined);
  });
});
