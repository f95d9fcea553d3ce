import * as l10n from '@vscode/l10n';
import { shownRound } from '../../src/shared/domain/phases';
import type { BackendChoice } from '../../src/shared/wire/run';
import type { Trainer } from './trainer';
import type { StartMessage } from './playing/commands';

/** How a run goes on when its graphics processor was taken away. */
interface Recovery {
  readonly message: StartMessage;
  /** One sentence for a person. */
  readonly reason: string;
}

/**
 * Keeps what a run on a graphics processor needs to go on on the CPU. Checkpoints leave the worker when they are sent,
 * so the last one is kept here as well; runs on the CPU cost nothing.
 */
export class Rescue {
  private checkpoint: Uint8Array<ArrayBuffer> | undefined;

  /** @param start of the run that begins now */
  constructor(private readonly start: StartMessage) {
    this.checkpoint = start.resume?.checkpoint;
  }

  /** @param bytes the last checkpoint, before it is sent away */
  keep(backend: BackendChoice['backend'], bytes: Uint8Array<ArrayBuffer>): void {
    this.checkpoint = backend === 'webgl' ? bytes.slice() : undefined;
  }

  /**
   * How the run comes back to where it was: from its last checkpoint, on the CPU. `undefined` when there was none yet.
   *
   * @param trainer of the lost run, whose position and hyperparameters are still known
   */
  onCpu(trainer: Pick<Trainer, 'position' | 'hyperparameters'>, wholeRounds: boolean): Recovery | undefined {
    const { checkpoint, start } = this;
    if (checkpoint === undefined) {
      return undefined;
    }
    const { position, hyperparameters } = trainer;
    return {
      message: {
        ...start,
        hyperparameters,
        resume: { checkpoint, backend: 'cpu', position, wholeRounds },
      },
      reason: l10n.t(
        'The graphics context was lost in round {0}; the CPU takes over. Backends round differently, so the rounds since the last checkpoint come out slightly different.',
        shownRound(position),
      ),
    };
  }
}
