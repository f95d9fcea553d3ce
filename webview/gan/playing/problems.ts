import * as l10n from '@vscode/l10n';
import type { Problem } from '../../../src/shared/result';
import type { Trainer } from '../trainer';

/**
 * What was computed on a graphics processor that is gone must not leave the worker.
 *
 * @throws when it is gone
 */
export function requireBackend(trainer: Pick<Trainer, 'backendIsLost'>): void {
  if (trainer.backendIsLost) {
    throw new Error(l10n.t('The graphics context was lost.'));
  }
}

/** What a person is told of an exception. */
export function unexpected(error: unknown): Problem {
  if (error instanceof RangeError && /memory|allocation/i.test(error.message)) {
    return {
      message: l10n.t('These networks and this batch need more memory than there is.'),
      next: l10n.t('Start a new run with a smaller batch, narrower networks or smaller pictures.'),
    };
  }
  return {
    message: l10n.t('Training stopped: {0}', error instanceof Error ? error.message : String(error)),
    next: l10n.t('Go back to the last checkpoint or start a new run.'),
  };
}
