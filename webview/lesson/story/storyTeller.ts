import * as l10n from '@vscode/l10n';
import type { Hyperparameters } from '../../../src/shared/domain/hyperparameters';
import { comparePositions, lastPhase, type Phase, type Position } from '../../../src/shared/domain/phases';
import type { RunFrame } from '../../../src/shared/wire/run';
import { Announcer } from '../../ui/announcer';
import type { Timers } from '../../ui/timers';
import { storyOf } from './sentences';

/** Shorter waits need no words. */
const SAY_PREPARING_AFTER_MS = 400;
/** While rounds fly by the sentence changes no faster than it can be read at a glance. */
const LEAST_GAP_SHOWN_MS = 500;
/** A picture that has not told its end by then (it was interrupted, or the page is hidden) counts as over. */
const MOTION_MARGIN_MS = 500;

/**
 * Tells what happens in the run at the right moment: of a phase when its picture has come to its end, so that the words
 * do not give away what the eye is about to see; of whole rounds now and then.
 */
export class StoryTeller {
  private readonly announcer: Announcer;
  private lastShown = -Infinity;
  private position: Position | undefined;
  private stopPreparing: (() => void) | undefined;
  private stopWaitingForMotion: (() => void) | undefined;
  private finishPhase: (() => void) | undefined;

  /**
   * @param show puts a sentence under the stage; with the moment of which it tells if that is a phase
   * @param announce puts it into the live region
   * @param phaseEnded called when the picture of a phase has come to its end
   * @param motionLength how long the picture of a phase takes in milliseconds
   */
  constructor(
    private readonly show: (text: string, phaseAt?: Position) => void,
    announce: (text: string) => void,
    private readonly phaseEnded: () => void,
    private readonly motionLength: (phase: Phase) => number,
    private readonly timers: Timers,
  ) {
    this.announcer = new Announcer(announce, () => timers.now());
  }

  preparing(): void {
    this.reset();
    this.stopPreparing = this.timers.after(SAY_PREPARING_AFTER_MS, () =>
      this.tell(l10n.t('Preparing the studio…')),
    );
  }

  /** @param round the round that the run comes back to */
  resuming(round: number): void {
    this.stopPreparing?.();
    this.tell(l10n.t('Going back to round **{0}**…', round));
  }

  frameArrived(frame: RunFrame, loss: Hyperparameters['loss']): void {
    this.stopPreparing?.();
    const moved = this.position === undefined || comparePositions(this.position, frame.position) !== 0;
    this.position = frame.position;
    const phase = lastPhase(frame.position);
    const text = storyOf(frame, loss);
    if (phase === undefined || frame.wholeRounds) {
      this.stopWaiting();
      if (frame.playing) {
        this.mention(text);
      } else {
        this.tell(text);
      }
      return;
    }
    if (moved) {
      this.stopWaiting();
      this.finishPhase = () => {
        this.stopWaiting();
        this.tell(text, frame.position);
        this.phaseEnded();
      };
      const longest = this.motionLength(phase) + MOTION_MARGIN_MS;
      this.stopWaitingForMotion = this.timers.after(longest, () => this.finishPhase?.());
    }
  }

  /** The stage has shown the last frame to its end. */
  motionEnded(): void {
    this.finishPhase?.();
  }

  /** Tells nothing more of this run. */
  reset(): void {
    this.stopPreparing?.();
    this.stopWaiting();
    this.position = undefined;
  }

  /** Shows and announces it now. */
  private tell(text: string, phaseAt?: Position): void {
    this.lastShown = this.timers.now();
    this.show(text, phaseAt);
    this.announcer.tell(text);
  }

  /** Shows and announces it unless that was done a moment ago; another sentence follows soon. */
  private mention(text: string): void {
    const now = this.timers.now();
    if (now - this.lastShown >= LEAST_GAP_SHOWN_MS) {
      this.lastShown = now;
      this.show(text);
    }
    this.announcer.offer(text);
  }

  private stopWaiting(): void {
    this.stopWaitingForMotion?.();
    this.stopWaitingForMotion = undefined;
    this.finishPhase = undefined;
  }
}
