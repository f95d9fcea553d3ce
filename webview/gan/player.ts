import * as l10n from '@vscode/l10n';
import type { Hyperparameters } from '../../src/shared/hyperparameters';
import type { PanelToWorker, Transferables, WorkerToPanel } from '../../src/shared/messages';
import { unreachable, type Problem, type Result } from '../../src/shared/result';
import type { Clock } from './clock';
import { FrameSender } from './frameSender';
import { replay } from './replay';
import type { PlayableTrainer } from './playableTrainer';

export type StartMessage = Extract<PanelToWorker, { type: 'start' }>;
type Command = Exclude<PanelToWorker, { type: 'start' } | { type: 'frameShown' }>;

/** Rounds run for this long before messages get their turn: shorter than a frame of the screen. */
const SLICE_MS = 12;
/** The most work that is lost when a panel is closed without warning. */
const CHECKPOINT_INTERVAL_MS = 2000;

/**
 * Turns the panel's messages into training and the training into messages. Whatever it was doing ends when it is told
 * something else: every activity has a number, and a task of an earlier one does nothing.
 */
export class Player {
  private trainer: PlayableTrainer | undefined;
  /** Counts `start` messages, so that a trainer that comes too late is put away. */
  private generation = 0;
  /** Counts activities, so that never two of them go on. */
  private activity = 0;
  /** Commands that came before the run was ready for them; `undefined` once it is. */
  private queue: Command[] | undefined;
  private playing = false;
  private wholeRounds = false;
  private readonly frames: FrameSender;
  private lastCheckpointAt = -Infinity;

  constructor(
    private readonly createTrainer: (message: StartMessage) => Promise<Result<PlayableTrainer>>,
    private readonly send: (message: WorkerToPanel, transfer?: Transferables) => void,
    private readonly clock: Clock,
  ) {
    this.frames = new FrameSender(clock, () => this.guarded(() => this.sendFrame()));
  }

  handle(message: PanelToWorker): void {
    switch (message.type) {
      case 'start':
        void this.start(message);
        return;
      case 'frameShown':
        this.guarded(() => this.frames.shown());
        return;
      default:
        if (this.queue !== undefined) {
          this.queue.push(message);
        } else {
          this.guarded(() => this.obey(message));
        }
    }
  }

  /** Ends the run. */
  dispose(): void {
    this.generation++;
    this.end();
  }

  private async start(message: StartMessage): Promise<void> {
    const generation = ++this.generation;
    this.end();
    this.queue = [];
    let created: Result<PlayableTrainer>;
    try {
      created = await this.createTrainer(message);
    } catch (error) {
      created = { ok: false, problem: unexpected(error) };
    }
    if (generation !== this.generation) {
      if (created.ok) {
        created.value.dispose();
      }
      return;
    }
    if (!created.ok) {
      this.fail(created.problem);
      return;
    }
    const trainer = created.value;
    this.trainer = trainer;
    this.guarded(() => {
      this.send({ type: 'started', start: trainer.start });
      if (message.resume === undefined) {
        this.becomeReady(trainer);
      } else {
        this.runAgain(trainer, message.resume, message.hyperparameters);
      }
    });
  }

  /** Runs on from a checkpoint to where the run had come. */
  private runAgain(
    trainer: PlayableTrainer,
    { position: target, wholeRounds }: NonNullable<StartMessage['resume']>,
    wanted: Hyperparameters,
  ): void {
    const activity = ++this.activity;
    this.wholeRounds = wholeRounds;
    const first = trainer.position.round;
    const total = target.round - first;
    const slice = () => {
      const until = this.clock.now() + SLICE_MS;
      const replayed = replay(trainer, target, () => this.clock.now() >= until);
      if (replayed.ok && !replayed.value) {
        this.send({ type: 'resuming', done: trainer.position.round - first, total });
        this.later(activity, slice);
        return;
      }
      const result = replayed.ok ? trainer.changeLive(wanted) : replayed;
      if (result.ok) {
        this.becomeReady(trainer);
      } else {
        this.fail(result.problem);
      }
    };
    if (total > 0) {
      this.send({ type: 'resuming', done: 0, total });
    }
    slice();
  }

  /** Shows the first frame, measures while the person looks at it, and does what was asked meanwhile. */
  private becomeReady(trainer: PlayableTrainer): void {
    this.frames.sendAtOnce();
    this.sendCheckpoint();
    if (this.trainer !== trainer) {
      return;
    }
    this.later(++this.activity, () => {
      trainer.prepareMeasurements();
      this.frames.sendAtOnce();
    });
    const queue = this.queue ?? [];
    this.queue = undefined;
    for (const command of queue) {
      this.obey(command);
    }
  }

  private obey(command: Command): void {
    const { trainer } = this;
    if (trainer === undefined) {
      return;
    }
    switch (command.type) {
      case 'nextPhase':
        return this.step(trainer, false);
      case 'nextRound':
        return this.step(trainer, true);
      case 'play':
        return this.play(trainer, command.roundsPerSecond);
      case 'pause':
        return this.pause();
      case 'liveChange':
        return this.takeOver(trainer, command.hyperparameters);
      default:
        return unreachable(command);
    }
  }

  /** One phase, or all phases up to the end of a round; phase by phase, so that everything of it can be shown. */
  private step(trainer: PlayableTrainer, toEndOfRound: boolean): void {
    this.halt();
    this.wholeRounds = toEndOfRound;
    do {
      const result = trainer.runPhase();
      if (!result.ok) {
        this.fail(result.problem);
        return;
      }
    } while (toEndOfRound && trainer.position.phasesDone > 0);
    this.frames.sendAtOnce();
    if (trainer.position.phasesDone === 0) {
      this.sendCheckpoint();
    }
  }

  private play(trainer: PlayableTrainer, roundsPerSecond: number | undefined): void {
    this.halt();
    this.playing = true;
    this.wholeRounds = true;
    const { activity } = this;
    const interval = roundsPerSecond === undefined ? 0 : 1000 / roundsPerSecond;
    let nextRoundAt = this.clock.now();
    this.lastCheckpointAt = nextRoundAt;
    const slice = () => {
      const until = this.clock.now() + SLICE_MS;
      let now = this.clock.now();
      while (now < until && now >= nextRoundAt) {
        // From beginning to beginning; a machine that is too slow for the wish does not try to catch up.
        nextRoundAt = now + interval;
        const result = trainer.runRound();
        if (!result.ok) {
          this.fail(result.problem);
          return;
        }
        this.frames.due = true;
        now = this.clock.now();
      }
      this.frames.send();
      if (now - this.lastCheckpointAt >= CHECKPOINT_INTERVAL_MS) {
        this.sendCheckpoint();
      }
      this.later(activity, slice, Math.max(0, nextRoundAt - this.clock.now()));
    };
    this.later(activity, slice);
    this.frames.sendAtOnce();
  }

  private pause(): void {
    const wasPlaying = this.playing;
    this.halt();
    this.frames.sendAtOnce();
    if (wasPlaying) {
      this.sendCheckpoint();
    }
  }

  private takeOver(trainer: PlayableTrainer, wanted: Hyperparameters): void {
    const result = trainer.changeLive(wanted);
    if (result.ok) {
      this.sendCheckpoint();
    } else {
      this.fail(result.problem);
    }
  }

  /** Ends the present activity, between two rounds or two phases. */
  private halt(): void {
    this.activity++;
    this.playing = false;
  }

  private sendFrame(): void {
    if (this.trainer !== undefined) {
      const { playing, wholeRounds } = this;
      this.send({ type: 'frame', frame: this.trainer.frame({ playing, wholeRounds }) });
    }
  }

  private sendCheckpoint(): void {
    const { trainer } = this;
    const checkpoint = trainer?.checkpoint();
    if (trainer === undefined || checkpoint === undefined) {
      return;
    }
    if (!checkpoint.ok) {
      this.fail(checkpoint.problem);
      return;
    }
    const { position, bytes } = checkpoint.value;
    this.lastCheckpointAt = this.clock.now();
    this.send(
      {
        type: 'checkpoint',
        hyperparameters: trainer.hyperparameters,
        backend: trainer.backend.backend,
        position,
        wholeRounds: this.wholeRounds,
        bytes,
      },
      [bytes.buffer],
    );
  }

  /** Goes on later unless something else was begun meanwhile. */
  private later(activity: number, task: () => void, delay = 0): void {
    this.clock.schedule(() => {
      if (activity === this.activity) {
        this.guarded(task);
      }
    }, delay);
  }

  /** A backend may give up at any time: its memory is full, or the graphics processor was taken away. */
  private guarded(task: () => void): void {
    try {
      task();
    } catch (error) {
      this.fail(unexpected(error));
    }
  }

  private fail({ message, next }: Problem): void {
    this.end();
    this.send({ type: 'failed', message, next });
  }

  /** Puts the trainer away; the next `start` finds everything as new. */
  private end(): void {
    this.halt();
    this.trainer?.dispose();
    this.trainer = undefined;
    this.queue = undefined;
    this.wholeRounds = false;
    this.frames.reset();
  }
}

/** What a person is told of an exception. */
function unexpected(error: unknown): Problem {
  return {
    message: l10n.t('Training stopped: {0}', error instanceof Error ? error.message : String(error)),
    next: l10n.t('Go back to the last checkpoint or start a new run.'),
  };
}
