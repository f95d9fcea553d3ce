import * as l10n from '@vscode/l10n';
import {
  FrameCompleter,
  TypedChannel,
  WorkerToPanelSchema,
  type PanelToWorker,
  type WorkerToPanel,
} from '../../../src/shared/wire/messages';
import type { Problem } from '../../../src/shared/result';
import type { Timers } from '../../ui/timers';

/** A worker, as far as the panel deals with it. */
export interface TrainingWorker {
  post(message: PanelToWorker): void;
  /** @param failed called when the worker's script throws, with its message */
  listen(received: (message: unknown) => void, failed: (reason: string) => void): void;
  terminate(): void;
}

/** What the panel hears from training. */
interface TrainingEvents {
  /** Only messages of the run that was started last; frames are complete. */
  received(message: WorkerToPanel): void;
  /** The worker is gone; only another `start` helps. */
  died(problem: Problem): void;
  /** A message was ignored. */
  ignored(reason: string): void;
}

export type StartMessage = Extract<PanelToWorker, { type: 'start' }>;

/**
 * While an answer is due, the worker gives a sign of life after each update of a network that took a second. One update
 * of the largest networks takes a few seconds; whatever is silent for this long does not come back.
 */
const LONGEST_SILENCE_MS = 30_000;
/** Before its first frame a run tries its networks on each backend, and measures; for the largest ones that takes a minute. */
const LONGEST_START_MS = 180_000;

/** The commands that are answered by a frame. */
const ANSWERED: ReadonlySet<PanelToWorker['type']> = new Set([
  'nextPhase',
  'nextRound',
  'play',
  'rewind',
  'backToNow',
  'branch',
]);

/**
 * Owns the training worker. Every run gets a fresh worker, so that nothing of an earlier one can reach the panel; a
 * worker that dies or falls silent while an answer is due is reported once and put away.
 */
export class TrainingClient {
  private worker: TrainingWorker | undefined;
  /** Counts the runs, so that a worker that was replaced while it was being made is noticed. */
  private generation = 0;
  private stopWaiting: (() => void) | undefined;
  /** A frame of the run has come. */
  private hasShown = false;

  constructor(
    private readonly createWorker: () => Promise<TrainingWorker>,
    private readonly events: TrainingEvents,
    private readonly timers: Timers,
  ) {}

  /** Ends the present run, if any, and starts another one. */
  async start(message: StartMessage): Promise<void> {
    this.stop();
    const generation = this.generation;
    this.hasShown = false;
    this.waitForAnswer();
    let worker: TrainingWorker;
    try {
      worker = await this.createWorker();
    } catch (error) {
      if (generation === this.generation) {
        this.die(error instanceof Error ? error.message : String(error));
      }
      return;
    }
    if (generation !== this.generation) {
      worker.terminate();
      return;
    }
    this.listenTo(worker);
    this.worker = worker;
    worker.post(message);
  }

  /** Sends a command to the running worker; without one there is nothing to command. */
  send(message: Exclude<PanelToWorker, StartMessage>): void {
    if (this.worker === undefined) {
      return;
    }
    this.worker.post(message);
    if (ANSWERED.has(message.type)) {
      this.waitForAnswer();
    }
  }

  /** Ends the present run without a word. */
  stop(): void {
    this.generation++;
    this.stopWaiting?.();
    this.stopWaiting = undefined;
    this.worker?.terminate();
    this.worker = undefined;
  }

  private listenTo(worker: TrainingWorker): void {
    const generation = this.generation;
    const frames = new FrameCompleter();
    const channel = new TypedChannel<typeof WorkerToPanelSchema, PanelToWorker>(
      WorkerToPanelSchema,
      (message) => worker.post(message),
      (message) =>
        this.receive(message.type === 'frame' ? { type: 'frame', frame: frames.complete(message) } : message),
      ({ message }) => this.events.ignored(message),
    );
    worker.listen(
      (message) => {
        if (generation === this.generation) {
          channel.receive(message);
        }
      },
      (reason) => {
        if (generation === this.generation) {
          this.die(reason);
        }
      },
    );
  }

  private receive(message: WorkerToPanel): void {
    this.hasShown ||= message.type === 'frame';
    const moreIsDue =
      message.type === 'started' ||
      message.type === 'working' ||
      message.type === 'resuming' ||
      (message.type === 'frame' && message.frame.playing);
    if (moreIsDue) {
      this.waitForAnswer();
    } else if (message.type !== 'checkpoint') {
      this.stopWaiting?.();
    }
    this.events.received(message);
  }

  private waitForAnswer(): void {
    this.stopWaiting?.();
    const longest = this.hasShown ? LONGEST_SILENCE_MS : LONGEST_START_MS;
    this.stopWaiting = this.timers.after(longest, () =>
      this.die(l10n.t('It has not answered for {0} seconds.', longest / 1000)),
    );
  }

  private die(reason: string): void {
    this.stop();
    this.events.died({
      message: l10n.t('The training stopped unexpectedly. {0}', reason),
      next: l10n.t('Start the run again; if a checkpoint was kept, it can also continue from there.'),
    });
  }
}
