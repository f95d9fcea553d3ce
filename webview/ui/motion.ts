/** How long one movement takes, in milliseconds. */
interface MotionTiming {
  readonly duration: number;
  readonly delay?: number;
  readonly easing?: string;
}

/** Keyframes that a browser can animate without laying out the page again. */
type MotionKeyframe = Pick<Keyframe, 'offset' | 'easing'> & {
  readonly transform?: string;
  readonly opacity?: number;
};

/** A number that runs from one value to another. */
interface Count extends MotionTiming {
  readonly from: number;
  readonly to: number;
  readonly format: (value: number) => string;
}

/** Whether the person has asked VS Code or the system for less motion. */
export function prefersReducedMotion(): boolean {
  return (
    document.body.classList.contains('vscode-reduce-motion') ||
    window.matchMedia('(prefers-reduced-motion: reduce)').matches
  );
}

/**
 * Movements that belong together, such as those of one phase. The page's own style is what everything looks like when
 * they are over, so that cancelling them at any time leaves the final state.
 */
export class MotionGroup {
  /** How many times as long everything takes that is started from now on. */
  slowness = 1;
  private readonly animations: Animation[] = [];
  private readonly counters = new Set<() => void>();

  /** Starts one movement. Elements that are not there or not displayed are passed over. */
  play(
    element: Element | null | undefined,
    keyframes: readonly MotionKeyframe[],
    { duration, delay = 0, easing = 'ease-out' }: MotionTiming,
  ): void {
    if (element && element.getClientRects().length > 0) {
      const { slowness } = this;
      this.animations.push(
        element.animate([...keyframes], {
          duration: slowness * duration,
          delay: slowness * delay,
          easing,
          fill: 'backwards',
        }),
      );
    }
  }

  /**
   * Lets a number run. However it ends, the element then shows its `data-text`, which the page keeps up to date, so
   * that a newer number is never overwritten by an older one.
   */
  count(element: HTMLElement | null | undefined, { from, to, format, duration, delay = 0 }: Count): void {
    const text = element?.firstChild;
    if (!element || !(text instanceof Text)) {
      return;
    }
    const { slowness } = this;
    const start = performance.now() + slowness * delay;
    let request = 0;
    const finish = (): void => {
      cancelAnimationFrame(request);
      text.data = element.dataset['text'] ?? format(to);
      this.counters.delete(finish);
    };
    const step = (now: number): void => {
      const progress = Math.max(0, (now - start) / (slowness * duration));
      if (progress >= 1) {
        finish();
      } else {
        text.data = format(from + (to - from) * (1 - (1 - progress) ** 2));
        request = requestAnimationFrame(step);
      }
    };
    this.counters.add(finish);
    step(performance.now());
  }

  /** Ends everything at once in its final state. */
  cancel(): void {
    for (const animation of this.animations.splice(0)) {
      animation.cancel();
    }
    for (const finish of [...this.counters]) {
      finish();
    }
  }
}
