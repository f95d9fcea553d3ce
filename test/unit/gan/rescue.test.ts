import assert from 'node:assert/strict';
import type { Hyperparameters } from '../../../src/shared/domain/hyperparameters';
import type { PanelToWorker, WorkerToPanel } from '../../../src/shared/wire/messages';
import type { Position } from '../../../src/shared/domain/phases';
import { success, type Result } from '../../../src/shared/result';
import type { BackendChoice, RunFrame } from '../../../src/shared/wire/run';
import { decodeCheckpoint } from '../../../webview/gan/checkpoint/checkpoint';
import { RunHistory } from '../../../webview/gan/history/runHistory';
import { Player } from '../../../webview/gan/player';
import { Trainer } from '../../../webview/gan/trainer';
import { ManualClock } from './manualClock';
import { checkpointOf, runRounds, SMALL, trainerOf, valueOf } from './support';

const ROUND_MS = 10;
/** Generous, because a busy machine is several times slower. */
const TIME_LIMIT_MS = 30_000;

/** A round takes some time of the manual clock. */
class TimedRun extends RunHistory {
  constructor(
    trainer: Trainer,
    private readonly clock: ManualClock,
  ) {
    super(trainer);
  }

  override runRound(): Result<Position> {
    this.clock.time += ROUND_MS;
    return super.runRound();
  }
}

/** Trains on the CPU, says that it is WebGL, and loses its context when told so: by an exception, or by nonsense. */
class LosableRun extends TimedRun {
  lost: 'no' | 'throws' | 'nonsense' = 'no';

  constructor(trainer: Trainer, clock: ManualClock) {
    super(trainer, clock);
    Object.defineProperties(trainer, {
      backend: {
        value: { backend: 'webgl', reason: 'a graphics processor of this test' } satisfies BackendChoice,
      },
      backendIsLost: { get: () => this.lost !== 'no' },
    });
  }

  override runRound(): Result<Position> {
    return this.failing(() => super.runRound());
  }

  override runPhase(): Result<Position> {
    return this.failing(() => super.runPhase());
  }

  override frame(options: Parameters<RunHistory['frame']>[0]): RunFrame {
    return this.failing(() => super.frame(options));
  }

  private failing<T>(task: () => T): T {
    if (this.lost === 'throws') {
      throw new Error('Unable to create WebGLTexture.');
    }
    return task();
  }
}

/** A player whose first trainer can be lost; those after it are real ones. The panel draws every frame at once. */
async function stage(h: Hyperparameters = SMALL) {
  const clock = new ManualClock();
  const sent: WorkerToPanel[] = [];
  const first = new LosableRun(valueOf(await Trainer.create(h)), clock);
  const resumed: string[] = [];
  let trainer: RunHistory = first;
  const player = new Player(
    async ({ resume }) => {
      if (resume !== undefined) {
        resumed.push(resume.backend);
        trainer = new TimedRun(valueOf(await Trainer.resume(resume.checkpoint, resume.backend)), clock);
      }
      return success(trainer);
    },
    (message) => {
      // As postMessage does with what is handed over.
      sent.push(
        message.type === 'checkpoint'
          ? structuredClone(message, { transfer: [message.bytes.buffer] })
          : message,
      );
      if (message.type === 'frame') {
        clock.schedule(() => player.handle({ type: 'frameShown' }), 0);
      }
    },
    clock,
  );
  const tell = (message: PanelToWorker) => player.handle(message);
  tell({ type: 'start', hyperparameters: h });
  await settled();
  const until = async (holds: () => boolean) => {
    for (let step = 0; step < 5000 && !holds(); step++) {
      clock.time++;
      clock.runNext();
      await settled();
    }
    assert.ok(holds(), 'it never came to that');
  };
  const dispose = () => player.dispose();
  return { sent, first, resumed, tell, until, dispose, trainer: () => trainer };
}

/** Lets promises that are settled already go on. */
function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

const startsOf = (sent: WorkerToPanel[]) =>
  sent.flatMap((message) => (message.type === 'started' ? [message.start.backend] : []));

describe('A run whose graphics context is lost', function () {
  this.timeout(TIME_LIMIT_MS);

  for (const lost of ['throws', 'nonsense'] as const) {
    it(`plays on on the CPU from where it was, when the backend ${lost}`, async () => {
      const { sent, first, resumed, tell, until, dispose, trainer } = await stage();
      tell({ type: 'play' });
      await until(() => first.trainer.position.round >= 5);
      first.lost = lost;
      await until(() => startsOf(sent).length === 2);
      const { round } = first.trainer.position;
      assert.deepEqual(resumed, ['cpu']);
      assert.equal(startsOf(sent)[1]?.backend, 'cpu');
      const reason = startsOf(sent)[1]?.reason ?? '';
      assert.match(reason, new RegExp(`graphics context was lost in round ${round}; the CPU takes over`));
      assert.match(reason, /come out slightly different/);
      await until(() => trainer().trainer.position.round > round + 5);
      assert.ok(sent.every(({ type }) => type !== 'failed'));
      tell({ type: 'pause' });
      const last = trainer().trainer.position.round;
      const undisturbed = await trainerOf();
      runRounds(undisturbed, last);
      assert.deepEqual(
        valueOf(decodeCheckpoint(valueOf(trainer().checkpoint()).bytes)).gan,
        valueOf(decodeCheckpoint(checkpointOf(undisturbed))).gan,
      );
      undisturbed.dispose();
      dispose();
    });
  }

  it('sends no picture and no checkpoint of the nonsense', async () => {
    const { sent, first, tell, until, dispose } = await stage();
    tell({ type: 'play' });
    await until(() => first.trainer.position.round >= 3);
    first.lost = 'nonsense';
    const { length } = sent;
    await until(() => startsOf(sent).length === 2);
    assert.deepEqual(
      sent
        .slice(length)
        .map(({ type }) => type)
        .filter((type) => type === 'frame' || type === 'checkpoint'),
      [],
    );
    dispose();
  });

  it('comes back to the phase at which it stood, and stands still when it did not play', async () => {
    const { sent, first, tell, until, dispose, trainer } = await stage();
    tell({ type: 'nextRound' });
    tell({ type: 'nextPhase' });
    first.lost = 'throws';
    tell({ type: 'nextPhase' });
    await until(() => startsOf(sent).length === 2 && trainer().trainer.position.phasesDone === 1);
    assert.deepEqual(trainer().trainer.position, { round: 1, phasesDone: 1 });
    assert.equal(sent.findLast((message) => message.type === 'frame')?.frame.playing, false);
    tell({ type: 'nextPhase' });
    assert.deepEqual(trainer().trainer.position, { round: 1, phasesDone: 2 });
    dispose();
  });

  it('takes its live changes along', async () => {
    const { sent, first, tell, until, dispose, trainer } = await stage();
    tell({ type: 'nextRound' });
    tell({ type: 'liveChange', change: 1, hyperparameters: { ...SMALL, batchSize: 6 } });
    first.lost = 'throws';
    tell({ type: 'nextRound' });
    await until(() => startsOf(sent).length === 2 && trainer().trainer.position.round === 1);
    assert.equal(trainer().trainer.hyperparameters.batchSize, 6);
    dispose();
  });
});

describe('An order', function () {
  this.timeout(TIME_LIMIT_MS);

  const h = { ...SMALL, conditional: 'yes' } as const;

  it('is answered with pictures of every class while the run plays on', async () => {
    const { sent, first, tell, until, dispose } = await stage(h);
    tell({ type: 'play' });
    await until(() => first.trainer.position.round >= 2);
    tell({ type: 'walk', ticket: 7, path: { kind: 'orders', count: 4 } });
    const answer = sent.at(-1);
    assert.ok(answer?.type === 'walked');
    assert.equal(answer.ticket, 7);
    assert.deepEqual([answer.pictures.count, answer.pictures.size], [24, 12]);
    const { round } = first.trainer.position;
    await until(() => first.trainer.position.round > round);
    dispose();
  });
});
