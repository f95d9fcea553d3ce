import {
  afterPhase,
  comparePositions,
  lastPhase,
  type Phase,
  type Position,
} from '../../../src/shared/domain/phases';
import type { PanelToWorker } from '../../../src/shared/wire/messages';
import type { RunFrame } from '../../../src/shared/wire/run';
import type { Until } from '../../../src/shared/wire/until';
import type { Timers } from '../../ui/timers';
import { isPhaseSpeed, readingPause, roundsPerSecond, DEFAULT_SPEED, type Speed } from './speeds';

/** Just enough to tell one phase from the next, for somebody who wants to get to a later one. */
const SHORT_PAUSE_MS = 150;

type PlayerCommand = Extract<PanelToWorker, { type: 'nextPhase' | 'nextRound' | 'play' | 'pause' }>;

/** What goes on by itself. */
type Pursuit =
  | { readonly kind: 'nothing' }
  /** The worker plays whole rounds, perhaps until something is the case. */
  | { readonly kind: 'rounds'; readonly until?: Until }
  /** The player asks for one phase after the other, each shown to its end. */
  | {
      readonly kind: 'phases';
      /** The last phase to run; absent: go on until interrupted. */
      readonly until?: Phase;
      readonly pauseMs: number;
      /** Where the phase that was asked for leads to; absent until one has been asked for. */
      readonly expected?: Position;
    };

/**
 * Turns what a person wants (play, one phase, all phases up to this one) into commands for the worker. Whatever the
 * person does next interrupts what went on before.
 */
export class Player {
  private pursuit: Pursuit = { kind: 'nothing' };
  private frame: RunFrame | undefined;
  private speed: Speed = DEFAULT_SPEED;
  /** The round at which playing stops by itself, once. */
  private stopAt: number | undefined;
  private cancelPause: (() => void) | undefined;

  /**
   * @param send takes commands for the worker
   * @param changed called when `playing` may have changed
   */
  constructor(
    private readonly send: (command: PlayerCommand) => void,
    private readonly changed: () => void,
    private readonly timers: Timers,
  ) {}

  /** Whether the run goes on by itself. */
  get playing(): boolean {
    return this.pursuit.kind !== 'nothing';
  }

  /** What ends the playing of whole rounds, if anything does. */
  get until(): Until | undefined {
    return this.pursuit.kind === 'rounds' ? this.pursuit.until : undefined;
  }

  /** Plays whole rounds until something is the case; phase by phase, that would take too long to wait for. */
  playUntil(until: Until): void {
    this.pursue({ kind: 'rounds', until });
    this.send({ type: 'play', until, ...this.pace() });
  }

  /** The worker stands still now, of itself or because it was sent elsewhere. */
  halted(): void {
    this.pursue({ kind: 'nothing' });
  }

  togglePlay(): void {
    if (this.playing) {
      this.pause();
    } else {
      this.play();
    }
  }

  pause(): void {
    if (this.pursuit.kind === 'rounds') {
      this.send({ type: 'pause' });
    }
    this.pursue({ kind: 'nothing' });
  }

  /** Pauses for something else; returns what takes up again what went on, if something did. */
  hold(): (() => void) | undefined {
    const { pursuit } = this;
    if (pursuit.kind === 'nothing') {
      return undefined;
    }
    this.pause();
    return () => this.takeUp(pursuit);
  }

  nextPhase(): void {
    this.pursue({ kind: 'nothing' });
    this.send({ type: 'nextPhase' });
  }

  nextRound(): void {
    this.pursue({ kind: 'nothing' });
    this.send({ type: 'nextRound' });
  }

  /** Shows the phases up to this one, in the round that is under way or else in the next. */
  runTo(phase: Phase): void {
    this.pursuePhases({ kind: 'phases', until: phase, pauseMs: SHORT_PAUSE_MS });
  }

  /** Shows the rest of a round slowly, with time to read. */
  showRound(): void {
    this.pursuePhases({ kind: 'phases', until: 'trainGenerator', pauseMs: readingPause(this.speed) });
  }

  setSpeed(speed: Speed): void {
    this.speed = speed;
    const { until } = this;
    if (until !== undefined && !isPhaseSpeed(speed)) {
      this.playUntil(until);
    } else if (this.playing) {
      this.play();
    }
  }

  /**
   * Forgets the run: another one begins, or this one cannot go on.
   *
   * @param stopAt the round of the next run at which playing stops by itself
   */
  reset(stopAt?: number): void {
    this.frame = undefined;
    this.stopAt = stopAt;
    this.pursue({ kind: 'nothing' });
  }

  /** A frame of the run has come. */
  frameArrived(frame: RunFrame): void {
    this.frame = frame;
    if (this.pursuit.kind === 'phases' && this.pursuit.expected === undefined) {
      this.askForPhase();
    }
  }

  /** The picture of the phase that was done last has come to its end. */
  phaseEnded(): void {
    const { pursuit, frame } = this;
    if (pursuit.kind !== 'phases' || pursuit.expected === undefined || frame === undefined) {
      return;
    }
    if (comparePositions(frame.position, pursuit.expected) < 0) {
      return;
    }
    if (lastPhase(frame.position) === pursuit.until) {
      this.pursue({ kind: 'nothing' });
      return;
    }
    this.cancelPause?.();
    this.cancelPause = this.timers.after(pursuit.pauseMs, () => this.askForPhase());
  }

  private play(): void {
    if (isPhaseSpeed(this.speed)) {
      this.pursuePhases({ kind: 'phases', pauseMs: readingPause(this.speed) });
      return;
    }
    const { stopAt } = this;
    if (stopAt !== undefined && (this.frame?.position.round ?? 0) < stopAt) {
      this.playUntil({ kind: 'round', round: stopAt });
      return;
    }
    this.pursue({ kind: 'rounds' });
    this.send({ type: 'play', ...this.pace() });
  }

  private takeUp(pursuit: Exclude<Pursuit, { kind: 'nothing' }>): void {
    if (pursuit.kind === 'phases') {
      const { until, pauseMs } = pursuit;
      this.pursuePhases({ kind: 'phases', pauseMs, ...(until && { until }) });
    } else if (pursuit.until === undefined) {
      this.play();
    } else {
      this.playUntil(pursuit.until);
    }
  }

  private pace(): { roundsPerSecond?: number } {
    const pace = roundsPerSecond(this.speed);
    return pace === undefined ? {} : { roundsPerSecond: pace };
  }

  private pursuePhases(pursuit: Extract<Pursuit, { kind: 'phases' }>): void {
    const wasPlayingRounds = this.pursuit.kind === 'rounds';
    this.pursue(pursuit);
    if (wasPlayingRounds) {
      // The first phase is asked for when the run stands still and its position is known.
      this.send({ type: 'pause' });
    } else {
      this.askForPhase();
    }
  }

  private askForPhase(): void {
    const { pursuit, frame } = this;
    if (pursuit.kind === 'phases' && frame !== undefined && !frame.playing) {
      this.pursuit = { ...pursuit, expected: afterPhase(frame.position) };
      this.send({ type: 'nextPhase' });
    }
  }

  private pursue(pursuit: Pursuit): void {
    this.cancelPause?.();
    this.cancelPause = undefined;
    this.pursuit = pursuit;
    this.changed();
  }
}
