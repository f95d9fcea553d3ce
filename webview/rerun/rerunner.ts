import * as l10n from '@vscode/l10n';
import type { PanelToWorker, WorkerToPanel } from '../../src/shared/wire/messages';
import type { OwnSamples } from '../../src/shared/domain/collection';
import { comparePositions, type Position } from '../../src/shared/domain/phases';
import type { RerunJob } from '../../src/shared/wire/rerun';
import { unreachable, type Problem } from '../../src/shared/result';
import type { BackendChoice, RunFrame } from '../../src/shared/wire/run';
import { TrainingClient, type StartMessage, type TrainingWorker } from '../lesson/training/trainingClient';
import type { Timers } from '../ui/timers';

/** How a run ended that was run again. */
export type RerunEnd =
  | {
      readonly kind: 'done';
      readonly backend: BackendChoice['backend'];
      readonly frame: RunFrame;
      /** Of its last moment, where one was wanted. */
      readonly checkpoint?: Checkpoint | undefined;
    }
  | { readonly kind: 'failed'; readonly problem: Problem };

type Checkpoint = Extract<WorkerToPanel, { type: 'checkpoint' }>;

interface RunOptions {
  /** What the run trains on, if it is the learner's own. */
  readonly collection?: OwnSamples | undefined;
  /** Whether the end comes with a checkpoint. */
  readonly withCheckpoint?: boolean;
}

type Command = Extract<PanelToWorker, { type: 'play' | 'nextRound' | 'nextPhase' | 'liveChange' }>;

/** Runs one run again, with each change of its hyperparameters at its moment. One at a time. */
export class Rerunner {
  private readonly training: TrainingClient;
  private current: Rerun | undefined;

  /**
   * @param strings translations for the worker's sentences
   * @param frameInterval how long a frame on the way is looked at before the next may come, in milliseconds
   */
  constructor(
    createWorker: () => Promise<TrainingWorker>,
    private readonly strings: StartMessage['strings'],
    private readonly timers: Timers,
    private readonly frameInterval: () => number = () => 0,
  ) {
    this.training = new TrainingClient(
      createWorker,
      {
        received: (message) => this.receive(message),
        died: (problem) => this.end({ kind: 'failed', problem }),
        ignored: (reason) =>
          this.end({
            kind: 'failed',
            problem: {
              message: l10n.t('A message of the training could not be understood. {0}', reason),
              next: l10n.t('Reload the window and try again.'),
            },
          }),
      },
      timers,
    );
  }

  /**
   * @param progressed called with the complete rounds, now and then
   * @returns how it ended; never, when it was cancelled
   */
  run(
    job: RerunJob,
    progressed: (round: number) => void,
    { collection, withCheckpoint = false }: RunOptions = {},
  ): Promise<RerunEnd> {
    return new Promise((resolve) => {
      this.current = new Rerun(job, progressed, resolve, withCheckpoint);
      const { hyperparameters } = job;
      const { strings } = this;
      void this.training.start({
        type: 'start',
        hyperparameters,
        ...(strings && { strings }),
        ...(collection && { collection }),
      });
    });
  }

  /** Ends the run without a word. */
  cancel(): void {
    this.current = undefined;
    this.training.stop();
  }

  /** Ends the run before its last round. */
  skip(): void {
    this.end({
      kind: 'failed',
      problem: {
        message: l10n.t('Its run was skipped.'),
        next: l10n.t('Verify it again to have it trained to its end.'),
      },
    });
  }

  private receive(message: WorkerToPanel): void {
    const { current } = this;
    if (current === undefined) {
      return;
    }
    switch (message.type) {
      case 'started':
        current.backend = message.start.backend.backend;
        return;
      case 'frame':
        this.look(message.frame);
        this.goOn(current, message.frame);
        return;
      case 'checkpoint':
        current.checkpoint = message;
        this.endIfComplete(current);
        return;
      case 'halted':
        if (message.reason === 'notFinite') {
          current.isOver = true;
        }
        return;
      case 'refused':
      case 'failed':
        this.end({ kind: 'failed', problem: message });
        return;
      default:
        // What the page of a lesson asks for; nobody asked here.
        return;
    }
  }

  /** Lets the next frame come, after a while where this one is nothing but a sign of how far the run is. */
  private look({ playing }: RunFrame): void {
    const wait = playing ? this.frameInterval() : 0;
    const shown = (): void => this.training.send({ type: 'frameShown' });
    if (wait > 0) {
      this.timers.after(wait, shown);
    } else {
      shown();
    }
  }

  private goOn(current: Rerun, frame: RunFrame): void {
    current.progressed(frame.position.round);
    if (frame.playing) {
      return;
    }
    const next = current.next(frame.position);
    switch (next.kind) {
      case 'wait':
        return;
      case 'send':
        next.commands.forEach((command) => this.training.send(command));
        return;
      case 'arrived':
        current.lastFrame = frame;
        this.endIfComplete(current);
        return;
      default:
        unreachable(next);
    }
  }

  /** Ends with the last frame, and where a checkpoint is wanted with that of the same moment, whichever comes later. */
  private endIfComplete({ lastFrame: frame, checkpoint, withCheckpoint, backend }: Rerun): void {
    if (frame === undefined) {
      return;
    }
    const isOfEnd = checkpoint && comparePositions(checkpoint.position, frame.position) === 0;
    if (!withCheckpoint || isOfEnd) {
      this.end({ kind: 'done', backend, frame, checkpoint: isOfEnd ? checkpoint : undefined });
    }
  }

  private end(end: RerunEnd): void {
    const { current } = this;
    this.current = undefined;
    this.training.stop();
    current?.resolve(end);
  }
}

type Next =
  | { readonly kind: 'wait' }
  | { readonly kind: 'send'; readonly commands: readonly Command[] }
  | { readonly kind: 'arrived' };

/** The way of one run from its first weights to its last round. */
class Rerun {
  backend: BackendChoice['backend'] = 'cpu';
  /** Its numbers ceased to be finite: it goes no further. */
  isOver = false;
  /** The last that came. */
  checkpoint: Checkpoint | undefined;
  /** That of its last moment; absent until it has arrived there. */
  lastFrame: RunFrame | undefined;
  private changesMade = 0;
  /** Where it stood when the last command was sent; a frame of that moment is no answer to it. */
  private sentAt: Position | undefined;

  constructor(
    private readonly job: RerunJob,
    readonly progressed: (round: number) => void,
    readonly resolve: (end: RerunEnd) => void,
    readonly withCheckpoint: boolean,
  ) {}

  /** What is to be done at a moment at which the run stands still. */
  next(position: Position): Next {
    if (this.isOver) {
      return { kind: 'arrived' };
    }
    if (this.sentAt !== undefined && comparePositions(position, this.sentAt) === 0) {
      return { kind: 'wait' };
    }
    const commands: Command[] = [];
    let change = this.job.changes[this.changesMade];
    while (change !== undefined && comparePositions(change.position, position) <= 0) {
      commands.push({
        type: 'liveChange',
        change: this.changesMade + 1,
        hyperparameters: change.hyperparameters,
      });
      this.changesMade += 1;
      change = this.job.changes[this.changesMade];
    }
    const end = { round: this.job.round, phasesDone: 0 };
    const target = change !== undefined && comparePositions(change.position, end) < 0 ? change.position : end;
    if (comparePositions(position, end) >= 0) {
      return { kind: 'arrived' };
    }
    this.sentAt = position;
    return { kind: 'send', commands: [...commands, commandTowards(position, target)] };
  }
}

/** The longest way towards a later moment that does not go past it. */
function commandTowards(position: Position, target: Position): Command {
  if (target.round === position.round) {
    return { type: 'nextPhase' };
  }
  return position.phasesDone > 0
    ? { type: 'nextRound' }
    : { type: 'play', until: { kind: 'round', round: target.round } };
}
