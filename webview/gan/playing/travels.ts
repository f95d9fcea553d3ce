import { START, comparePositions, type Position } from '../../../src/shared/domain/phases';
import type { Clock } from '../clock';
import { Journey } from '../history/journey';
import type { RunHistory } from '../history/runHistory';
import type { Activities } from './activities';
import type { StartMessage } from './commands';
import type { Supervisor } from './supervisor';
import type { Reports } from './reports';
import { SLICE_MS } from './slice';

interface GoToOptions {
  readonly asPhase?: boolean;
  readonly arrived?: () => void;
}

/** Takes a run to moments that it has reached before, in slices between which messages get their turn. */
export class Travels {
  private underWay = false;

  constructor(
    private readonly history: RunHistory,
    private readonly activities: Activities,
    private readonly reports: Reports,
    private readonly clock: Clock,
    private readonly supervisor: Supervisor,
  ) {}

  /** On the way to another moment of the run; another wish where to go takes its place. */
  get isTravelling(): boolean {
    return this.underWay;
  }

  /** Runs on from a checkpoint to where the run had come. */
  rerun({ position: target, wholeRounds }: NonNullable<StartMessage['resume']>, arrived: () => void): void {
    this.reports.wholeRounds = wholeRounds;
    const journey = new Journey(this.history, target, this.clock);
    if (journey.progress.total > 0) {
      this.supervisor.send({ type: 'resuming', ...journey.progress });
    }
    this.goOn(journey, () => true, arrived);
  }

  /**
   * Shows another moment of the run; commands wait until it is reached.
   *
   * @param asPhase the moment between two rounds is shown as the last phase, not as a round that passed whole
   * @param arrived called there, before it is shown
   */
  goTo(target: Position, { asPhase = false, arrived = () => {} }: GoToOptions = {}): void {
    this.activities.begin();
    this.supervisor.hold();
    this.underWay = true;
    this.reports.wholeRounds = !asPhase && target.phasesDone === 0 && comparePositions(target, START) > 0;
    this.history.jumpTowards(target);
    const journey = new Journey(this.history, target, this.clock);
    this.goOn(
      journey,
      () => journey.isLong,
      () => {
        arrived();
        this.arrive();
      },
    );
  }

  /** Shows where the run stands after a journey, or after as much of it as the person wanted. */
  arrive(): void {
    this.activities.begin();
    this.underWay = false;
    this.reports.sendCheckpoint(true);
    this.reports.frames.sendAtOnce();
    if (!this.reports.hasEnded) {
      this.supervisor.release();
    }
  }

  /**
   * Goes on with a journey until it is at its end.
   *
   * @param tell whether the person is told how far it is
   */
  private goOn(journey: Journey, tell: () => boolean, arrived: () => void): void {
    const activity = this.activities.begin();
    const slice = (): void => {
      const result = journey.goOn(SLICE_MS);
      if (!result.ok) {
        this.supervisor.fail(result.problem);
      } else if (result.value) {
        arrived();
      } else {
        if (tell()) {
          this.supervisor.send({ type: 'resuming', ...journey.progress });
        }
        this.activities.later(activity, slice);
      }
    };
    slice();
  }
}
