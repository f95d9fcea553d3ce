import * as l10n from '@vscode/l10n';
import type { Problem } from '../../../src/shared/result';
import type { Timers } from '../../ui/timers';

/** The largest checkpoint on the slowest disk that was tried is written in a few seconds. */
const LONGEST_ANSWER_MS = 20_000;

/** Watches whether the host keeps the checkpoints that it is sent: one that has ended says nothing. */
export class KeepingWatch {
  private stopWaiting: (() => void) | undefined;

  /** @param changed called with what keeps the run from being kept; `undefined` when it is kept */
  constructor(
    private readonly changed: (problem: Problem | undefined) => void,
    /** Called when the host does not answer. */
    private readonly silent: () => void,
    private readonly timers: Timers,
  ) {}

  /** A checkpoint is on its way to the host. */
  sent(): void {
    this.stopWaiting ??= this.timers.after(LONGEST_ANSWER_MS, () => {
      this.stopWaiting = undefined;
      this.changed({
        message: l10n.t('VS Code no longer answers, so this run is not being kept.'),
        next: l10n.t('The run is paused. Open the lesson again with “GAN: Start Lesson”.'),
      });
      this.silent();
    });
  }

  /** The host has said how it came out. */
  answered(problem: Problem | undefined): void {
    this.stopWaiting?.();
    this.stopWaiting = undefined;
    this.changed(problem);
  }

  /** Another run begins, or the page goes away. */
  reset(): void {
    this.stopWaiting?.();
    this.stopWaiting = undefined;
    this.changed(undefined);
  }
}
