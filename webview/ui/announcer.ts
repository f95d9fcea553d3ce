/** Nobody can listen to more than this while rounds fly by. */
const LEAST_GAP_WHILE_PLAYING_MS = 5000;

/**
 * Decides when the one live region of the page says something new: at once when a person steps or stops, and while a
 * run plays at most every five seconds.
 */
export class Announcer {
  private lastTold = -Infinity;
  private lastText = '';

  /**
   * @param publish puts the text into the live region
   * @param now milliseconds on a clock that only goes forward
   */
  constructor(
    private readonly publish: (text: string) => void,
    private readonly now: () => number,
  ) {}

  /** Says it now. */
  tell(text: string): void {
    this.lastTold = this.now();
    if (text !== this.lastText) {
      this.lastText = text;
      this.publish(text);
    }
  }

  /** Says it unless something was said a moment ago; the next offer makes up for what was left out. */
  offer(text: string): void {
    if (this.now() - this.lastTold >= LEAST_GAP_WHILE_PLAYING_MS) {
      this.tell(text);
    }
  }
}
