import type { Clock } from '../clock';
import { FrameSender } from '../frameSender';
import type { RunHistory } from '../history/runHistory';
import type { Rescue } from '../rescue';
import type { Activities } from './activities';
import { CheckpointSender } from './checkpointSender';
import type { Pace } from './pacedRounds';
import type { Supervisor } from './supervisor';
import { requireBackend } from './problems';

/** A round that takes this long, in milliseconds, is one that somebody waits for. */
const SLOW_ROUND_MS = 1000;

/** What the panel gets to see of one run: its frames and its checkpoints, until the run ends. */
export class Reports {
  readonly frames: FrameSender;
  readonly checkpoints: CheckpointSender;
  /** Whether the last round passed whole, without its phases being shown. */
  wholeRounds = false;
  private ended = false;

  constructor(
    private readonly history: RunHistory,
    private readonly activities: Activities,
    private readonly pace: Pace,
    rescue: Rescue,
    clock: Clock,
    private readonly supervisor: Supervisor,
  ) {
    this.frames = new FrameSender(clock, () => supervisor.guarded(() => this.sendFrame()));
    this.checkpoints = new CheckpointSender(history, rescue, clock, supervisor.send);
  }

  /** Whether the run is over. Sending can end it, because a frame reads from the backend, which may be lost. */
  get hasEnded(): boolean {
    return this.ended;
  }

  /** Nothing is sent from now on. */
  end(): void {
    this.ended = true;
  }

  /** @param travelled the run went to another of its moments */
  sendCheckpoint(travelled = false): void {
    const problem = this.ended ? undefined : this.checkpoints.sendNow(this.wholeRounds, travelled);
    if (problem !== undefined) {
      this.supervisor.fail(problem);
    }
  }

  private sendFrame(): void {
    if (!this.ended && this.syncHyperparameters()) {
      const { history, wholeRounds } = this;
      const { roundMs = 0 } = this.pace;
      const frame = history.frame({
        playing: this.activities.played !== undefined,
        wholeRounds,
        ...(roundMs >= SLOW_ROUND_MS && { roundMs }),
      });
      requireBackend(history.trainer);
      this.supervisor.send({ type: 'frame', frame });
    }
  }

  /**
   * Whether the panel knows the hyperparameters in force. When a run comes again to a moment at which they were changed, a
   * checkpoint says so first: nobody could run on to later positions from one before the change.
   */
  private syncHyperparameters(): boolean {
    if (!this.checkpoints.isUpToDate) {
      this.sendCheckpoint(true);
    }
    return !this.ended;
  }
}
