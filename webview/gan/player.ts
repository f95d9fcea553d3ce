import type { PanelToWorker } from '../../src/shared/wire/messages';
import type { Problem, Result } from '../../src/shared/result';
import type { Clock } from './clock';
import type { RunHistory } from './history/runHistory';
import type { Command, StartMessage } from './playing/commands';
import type { Supervisor, Send } from './playing/supervisor';
import { Playback } from './playing/playback';
import { unexpected } from './playing/problems';
import { Rescue } from './rescue';

/** The commands that a newer wish where to go takes the place of: those that move the run, or mean the moment shown. */
const MOVES: ReadonlySet<Command['type']> = new Set([
  'nextPhase',
  'nextRound',
  'play',
  'pause',
  'rewind',
  'backToNow',
  'branch',
]);

/** Turns the panel's messages into training and the training into messages: begins, rescues and ends runs. */
export class Player {
  /** Of the run that was started last, once its trainer is there and until it ends. */
  private playback: Playback | undefined;
  /** Counts `start` messages, so that a trainer that comes too late is put away. */
  private generation = 0;
  /** Commands that came before the run was ready for them; `undefined` once it is. */
  private queue: Command[] | undefined;
  /** Of the run that was started last. */
  private rescue: Rescue | undefined;
  private readonly supervisor: Supervisor;

  constructor(
    private readonly createRun: (message: StartMessage) => Promise<Result<RunHistory>>,
    private readonly send: Send,
    private readonly clock: Clock,
  ) {
    this.supervisor = {
      send,
      hold: () => {
        this.queue ??= [];
      },
      release: () => this.obeyQueue(),
      fail: (problem) => this.fail(problem),
      guarded: (task) => this.guarded(task),
    };
  }

  /** Only wishes where to go, and that it is enough, reach a run that travels; other commands wait until it is ready. */
  handle(message: PanelToWorker): void {
    if (message.type === 'start') {
      void this.start(message);
      return;
    }
    if (message.type === 'frameShown') {
      this.guarded(() => this.playback?.frameShown());
      return;
    }
    const travelling = this.playback?.isTravelling === true;
    if (travelling && (message.type === 'rewind' || message.type === 'backToNow')) {
      // Where to go is another wish now; what was asked for beside that still waits for the arrival.
      this.queue = this.queue?.filter(({ type }) => !MOVES.has(type));
      this.guarded(() => this.playback?.handle(message));
    } else if (travelling && message.type === 'pause') {
      this.guarded(() => this.playback?.arrive());
    } else if (this.queue !== undefined) {
      this.queue.push(message);
    } else {
      this.guarded(() => this.playback?.handle(message));
    }
  }

  /** Ends the run. */
  dispose(): void {
    this.generation++;
    this.end();
  }

  /** @param reason why this backend trains, if the trainer cannot know it */
  private async start(message: StartMessage, reason?: string): Promise<void> {
    const generation = ++this.generation;
    this.end();
    this.queue = [];
    const rescue = new Rescue(message);
    this.rescue = rescue;
    let created: Result<RunHistory>;
    try {
      created = await this.createRun(message);
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
    const playback = new Playback(created.value, rescue, this.clock, this.supervisor);
    this.playback = playback;
    this.guarded(() => {
      const { start } = playback.history;
      const backend = reason === undefined ? start.backend : { ...start.backend, reason };
      this.send({ type: 'started', start: { ...start, backend } });
      if (message.resume === undefined) {
        playback.sendFirstFrame();
      } else {
        playback.rerun(message.resume, message.hyperparameters);
      }
    });
  }

  private obeyQueue(): void {
    const queue = this.queue ?? [];
    this.queue = undefined;
    for (const command of queue) {
      this.handle(command);
    }
  }

  /** A backend may give up at any time: its memory is full, or the graphics processor was taken away. */
  private guarded(task: () => void): void {
    try {
      task();
    } catch (error) {
      this.fail(unexpected(error));
    }
  }

  /** Goes on on the CPU, or from the last round whose numbers were finite; otherwise the run ends. */
  private fail({ message, next }: Problem): void {
    const { playback } = this;
    if (playback?.history.trainer.backendIsLost === true && this.goOnOnCpu(playback)) {
      return;
    }
    const lastGoodRound = playback?.history.lastGoodRound;
    if (playback !== undefined && lastGoodRound !== undefined) {
      playback.rewindToLastFinite(lastGoodRound);
      return;
    }
    this.end();
    this.send({ type: 'failed', message, next });
  }

  /**
   * Numbers that ceased to be finite, exceptions and nonsense can all come from a graphics processor that was taken away.
   *
   * @returns false when the run cannot go on
   */
  private goOnOnCpu({ history, played, wholeRounds }: Playback): boolean {
    const rescued = this.rescue?.onCpu(history.trainer, wholeRounds);
    if (rescued === undefined) {
      return false;
    }
    const { queue } = this;
    void this.start(rescued.message, rescued.reason);
    // Comes after the run has reached its position again.
    if (played !== undefined) {
      this.queue?.push(played);
    }
    this.queue?.push(...(queue ?? []));
    return true;
  }

  /** Ends the run; the next `start` finds everything as new. */
  private end(): void {
    this.playback?.end();
    this.playback = undefined;
    this.queue = undefined;
  }
}
