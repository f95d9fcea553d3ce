import assert from 'node:assert/strict';
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import {
  TypedChannel,
  PanelToWorkerSchema,
  WorkerToPanelSchema,
  type PanelToWorker,
  type WorkerToPanel,
} from '../../../src/shared/wire/messages';
import type { Position } from '../../../src/shared/domain/phases';
import { success } from '../../../src/shared/result';
import type { RunFrame } from '../../../src/shared/wire/run';
import type { Clock } from '../../../webview/gan/clock';
import { RunHistory } from '../../../webview/gan/history/runHistory';
import { Player } from '../../../webview/gan/player';
import { Trainer } from '../../../webview/gan/trainer';
import { SMALL } from './support';

const clock: Clock = {
  now: () => performance.now(),
  schedule: (task, delay) => void setTimeout(task, delay),
};

/** A panel that draws every frame at once, connected to the real trainer as the real panel is. */
class Panel {
  private readonly received: WorkerToPanel[] = [];
  private readonly ports: MessagePort[];
  private readonly player: Player;
  private readonly end: TypedChannel<typeof WorkerToPanelSchema, PanelToWorker>;
  private wake: () => void = () => undefined;
  readonly problems: string[] = [];

  constructor() {
    const { port1, port2 } = new MessageChannel();
    this.ports = [port1, port2];
    const report = ({ message }: { message: string }) => this.problems.push(message);
    const workerEnd = new TypedChannel<typeof PanelToWorkerSchema, WorkerToPanel>(
      PanelToWorkerSchema,
      (message, transfer = []) => port2.postMessage(message, [...transfer]),
      (message) => this.player.handle(message),
      report,
    );
    this.player = new Player(
      async ({ hyperparameters, resume }) => {
        const trainer = await (resume === undefined
          ? Trainer.create(hyperparameters)
          : Trainer.resume(resume.checkpoint, resume.backend));
        return trainer.ok ? success(new RunHistory(trainer.value)) : trainer;
      },
      (message, transfer) => workerEnd.send(message, transfer),
      clock,
    );
    this.end = new TypedChannel<typeof WorkerToPanelSchema, PanelToWorker>(
      WorkerToPanelSchema,
      (message) => port1.postMessage(message),
      (message) => {
        this.received.push(message);
        if (message.type === 'frame') {
          this.tell({ type: 'frameShown' });
        }
        this.wake();
      },
      report,
    );
    port1.on('message', (message: unknown) => this.end.receive(message));
    port2.on('message', (message: unknown) => workerEnd.receive(message));
  }

  tell(message: PanelToWorker): void {
    this.end.send(message);
  }

  /** The first message that fits; it is not found a second time. */
  async next<T>(pick: (message: WorkerToPanel) => T | undefined): Promise<T> {
    for (;;) {
      for (const [index, message] of this.received.entries()) {
        const picked = pick(message);
        if (picked !== undefined) {
          this.received.splice(index, 1);
          return picked;
        }
      }
      await new Promise<void>((resolve) => (this.wake = resolve));
    }
  }

  frameAt({ round, phasesDone }: Position): Promise<RunFrame> {
    return this.next((message) =>
      message.type === 'frame' &&
      message.frame.position.round >= round &&
      message.frame.position.phasesDone === phasesDone &&
      !message.frame.playing
        ? message.frame
        : undefined,
    );
  }

  checkpointOf(round: number) {
    return this.next((message) =>
      message.type === 'checkpoint' && message.position.round === round ? message : undefined,
    );
  }

  failure() {
    return this.next((message) => (message.type === 'failed' ? message : undefined));
  }

  close(): void {
    this.player.dispose();
    for (const port of this.ports) {
      port.close();
    }
  }
}

describe('The training worker', () => {
  it('plays, pauses, steps and comes back exactly where it was', async () => {
    const panel = new Panel();
    panel.tell({ type: 'start', hyperparameters: SMALL });
    await panel.frameAt({ round: 0, phasesDone: 0 });
    panel.tell({ type: 'play' });
    await panel.next((message) =>
      message.type === 'frame' && message.frame.position.round >= 25 ? message.frame : undefined,
    );
    panel.tell({ type: 'pause' });
    const paused = await panel.frameAt({ round: 25, phasesDone: 0 });
    const checkpoint = await panel.checkpointOf(paused.position.round);
    assert.deepEqual(checkpoint.position, paused.position);
    panel.tell({ type: 'nextRound' });
    for (let phase = 0; phase < 4; phase++) {
      panel.tell({ type: 'nextPhase' });
    }
    const position = { round: paused.position.round + 1, phasesDone: 4 };
    const revealed = await panel.frameAt(position);
    panel.close();

    const restored = new Panel();
    const { bytes, backend, hyperparameters } = checkpoint;
    const { wholeRounds } = revealed;
    const resume = { checkpoint: bytes, backend, position, wholeRounds };
    restored.tell({ type: 'start', hyperparameters, resume });
    assert.deepEqual(await restored.frameAt(position), revealed);
    restored.close();
    assert.deepEqual([...panel.problems, ...restored.problems], []);
  });

  it('tells why it cannot start, and starts the next run', async () => {
    const panel = new Panel();
    panel.tell({ type: 'start', hyperparameters: { ...SMALL, data: 'ring' } });
    assert.match((await panel.failure()).message, /neighbouring pixels/);
    const resume = {
      checkpoint: new Uint8Array(3),
      backend: 'cpu',
      position: { round: 0, phasesDone: 0 },
      wholeRounds: false,
    } as const;
    panel.tell({ type: 'start', hyperparameters: SMALL, resume });
    assert.match((await panel.failure()).message, /not a checkpoint/);
    panel.tell({ type: 'start', hyperparameters: SMALL });
    assert.equal((await panel.frameAt({ round: 0, phasesDone: 0 })).fixedSamples.count, 8);
    panel.close();
    assert.deepEqual(panel.problems, []);
  });
});
