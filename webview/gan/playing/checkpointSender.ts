import { changedNames, type Hyperparameters } from '../../../src/shared/domain/hyperparameters';
import type { Problem } from '../../../src/shared/result';
import type { Clock } from '../clock';
import type { RunHistory } from '../history/runHistory';
import type { Rescue } from '../rescue';
import type { Send } from './supervisor';
import { requireBackend } from './problems';

/** The least time from one checkpoint to the next: so many rounds are run again when a panel is closed without warning. */
const CHECKPOINT_INTERVAL_MS = 2000;
/** A large one comes less often, so that writing it takes only a small part of the time: a second for each million bytes. */
const BYTES_PER_MS = 1000;

/** Sends checkpoints of one run, and knows which hyperparameters the panel was told with the last one. */
export class CheckpointSender {
  private told: Hyperparameters | undefined;
  private lastAt = -Infinity;
  private lastBytes = 0;

  /** @param rescue keeps what is sent, for a run that loses its backend */
  constructor(
    private readonly history: RunHistory,
    private readonly rescue: Rescue,
    private readonly clock: Clock,
    private readonly send: Send,
  ) {}

  /** The interval from one checkpoint to the next begins now. */
  beginInterval(): void {
    this.lastAt = this.clock.now();
  }

  /** @param now in milliseconds of the clock */
  isDue(now: number): boolean {
    return now - this.lastAt >= Math.max(CHECKPOINT_INTERVAL_MS, this.lastBytes / BYTES_PER_MS);
  }

  /** Whether the panel knows the hyperparameters in force, or was never told any. */
  get isUpToDate(): boolean {
    return (
      this.told === undefined || changedNames(this.told, this.history.trainer.hyperparameters).length === 0
    );
  }

  /**
   * Takes a checkpoint and sends it.
   *
   * @param wholeRounds how the last round was shown
   * @param travelled the run went to another of its moments
   * @returns why there is no checkpoint, if there is none
   */
  sendNow(wholeRounds: boolean, travelled: boolean): Problem | undefined {
    const { history } = this;
    const checkpoint = history.checkpoint();
    if (!checkpoint.ok) {
      return checkpoint.problem;
    }
    requireBackend(history.trainer);
    const { position, bytes } = checkpoint.value;
    const { hyperparameters, backend } = history.trainer;
    this.rescue.keep(backend.backend, bytes);
    this.beginInterval();
    this.lastBytes = bytes.length;
    this.told = hyperparameters;
    this.send(
      {
        type: 'checkpoint',
        hyperparameters,
        backend: backend.backend,
        position,
        wholeRounds,
        bytes,
        ...(travelled && { travelled }),
      },
      [bytes.buffer],
    );
    return undefined;
  }
}
