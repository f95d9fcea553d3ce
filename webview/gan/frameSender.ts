import type { Clock } from './clock';

/** Frames that come faster than a screen changes would be drawn for nobody. */
const FRAME_INTERVAL_MS = 1000 / 60;

/**
 * Sends a moment of the run when there is news, the panel has drawn the last one and a screen can show another. What
 * happens meanwhile is not queued: the frame that is sent at last is that of the present.
 */
export class FrameSender {
  /** There is news that has not been sent. */
  due = false;
  private panelIsReady = true;
  private lastAt = -Infinity;
  /** A later attempt is under way. */
  private scheduled = false;

  /** @param sendFrame sends the present moment */
  constructor(
    private readonly clock: Clock,
    private readonly sendFrame: () => void,
  ) {}

  /** Shows what a person asked for as soon as the panel can draw it. */
  sendAtOnce(): void {
    this.due = true;
    this.lastAt = -Infinity;
    this.send();
  }

  /** The panel has drawn the last frame. */
  shown(): void {
    this.panelIsReady = true;
    this.send();
  }

  /** Sends a frame, if one is due and may be sent. */
  send(): void {
    const now = this.clock.now();
    if (!this.due || !this.panelIsReady) {
      return;
    }
    const wait = this.lastAt + FRAME_INTERVAL_MS - now;
    if (wait > 0) {
      this.sendAfter(wait);
      return;
    }
    this.due = false;
    this.panelIsReady = false;
    this.lastAt = now;
    this.sendFrame();
  }

  private sendAfter(wait: number): void {
    if (!this.scheduled) {
      this.scheduled = true;
      this.clock.schedule(() => {
        this.scheduled = false;
        this.send();
      }, wait);
    }
  }

  /** Another run begins: nothing of the last one is due, and the panel waits for its first frame. */
  reset(): void {
    this.due = false;
    this.panelIsReady = true;
    this.lastAt = -Infinity;
  }
}
