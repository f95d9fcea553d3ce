import * as l10n from '@vscode/l10n';
import { samplesOf, type OwnCollection } from '../../src/shared/domain/collection';
import type { SweepPlan, Trial } from '../../src/shared/domain/sweeps/plan';
import { measuresAtEnd } from '../../src/shared/domain/sweeps/summary';
import { runOfCheckpoint, type SavedRun } from '../../src/shared/wire/checkpoint';
import type { RunFrame } from '../../src/shared/wire/run';
import type { TrialOutcome } from '../../src/shared/wire/sweep';
import type { RerunEnd, Rerunner } from '../rerun/rerunner';

/** More workers at a time than this would only take memory from each other. */
const MOST_WORKERS = 8;

/** How far a sweep is. */
export interface SweepProgress {
  readonly isTraining: boolean;
  /** By the index of the trial. */
  readonly outcomes: ReadonlyMap<number, TrialOutcome>;
  /** Complete rounds of those that are being trained, by the index of the trial. */
  readonly running: ReadonlyMap<number, number>;
}

interface SweepWorld {
  readonly createRerunner: () => Pick<Rerunner, 'run' | 'cancel'>;
  /** Logical processors of the machine. */
  readonly processors: number;
  /** Draws the last samples, as the address of a PNG. */
  readonly draw: (frame: RunFrame) => string;
  readonly progressed: (progress: SweepProgress) => void;
  /** @param run where the trial stands; absent for one that could not be trained */
  readonly ended: (outcome: TrialOutcome, run: SavedRun | undefined) => void;
}

/** What a sweep begins or goes on with. */
interface SweepStart {
  readonly plan: SweepPlan;
  readonly trials: readonly Trial[];
  readonly collection: OwnCollection | undefined;
  /** What is known already. */
  readonly outcomes: readonly TrialOutcome[];
}

/** Trains the trials of a sweep, each in a worker of its own: as many at a time as there are processors to spare. */
export class SweepTraining {
  private readonly outcomes: Map<number, TrialOutcome>;
  private readonly running = new Map<
    number,
    { readonly rerunner: Pick<Rerunner, 'cancel'>; round: number }
  >();
  private isTraining = false;
  private stageIsPlaying = false;

  constructor(
    private readonly start: SweepStart,
    private readonly world: SweepWorld,
  ) {
    this.outcomes = new Map(start.outcomes.map((outcome) => [outcome.index, outcome]));
  }

  get progress(): SweepProgress {
    return {
      isTraining: this.isTraining,
      outcomes: new Map(this.outcomes),
      running: new Map(Array.from(this.running, ([index, { round }]) => [index, round])),
    };
  }

  /** Trains what is left; a trial that was interrupted begins again. */
  goOn(): void {
    this.isTraining = true;
    this.fill();
    this.world.progressed(this.progress);
  }

  /** Ends the training; what is complete is kept. */
  stop(): void {
    this.isTraining = false;
    this.running.forEach(({ rerunner }) => rerunner.cancel());
    this.running.clear();
    this.world.progressed(this.progress);
  }

  /** The run on the stage takes a processor, or gives it back; a trial that is being trained goes on to its end. */
  stage(isPlaying: boolean): void {
    this.stageIsPlaying = isPlaying;
    this.fill();
  }

  private get workers(): number {
    const spare = this.world.processors - (this.stageIsPlaying ? 1 : 0);
    return Math.min(Math.max(1, spare), MOST_WORKERS);
  }

  /** Begins as many trials as there are processors to spare. */
  private fill(): void {
    for (const trial of this.start.trials) {
      if (!this.isTraining || this.running.size >= this.workers) {
        return;
      }
      if (!this.outcomes.has(trial.index) && !this.running.has(trial.index)) {
        void this.train(trial);
      }
    }
    if (this.running.size === 0) {
      this.isTraining = false;
    }
  }

  private async train(trial: Trial): Promise<void> {
    const { index, hyperparameters } = trial;
    const { collection, plan } = this.start;
    const rerunner = this.world.createRerunner();
    const entry = { rerunner, round: 0 };
    this.running.set(index, entry);
    const own = collection?.data === hyperparameters.data ? collection : undefined;
    const job = { id: String(index), title: '', hyperparameters, changes: [], round: plan.rounds };
    // One that is cancelled never ends.
    const end = await rerunner.run(
      job,
      (round) => {
        entry.round = round;
        this.world.progressed(this.progress);
      },
      { collection: own && samplesOf(own, hyperparameters.pictureSize), withCheckpoint: true },
    );
    if (this.running.get(index) !== entry) {
      return;
    }
    this.running.delete(index);
    const { outcome, run } = this.outcomeOf(index, end, own);
    this.outcomes.set(index, outcome);
    this.world.ended(outcome, run);
    this.fill();
    this.world.progressed(this.progress);
  }

  private outcomeOf(
    index: number,
    end: RerunEnd,
    own: OwnCollection | undefined,
  ): { readonly outcome: TrialOutcome; readonly run: SavedRun | undefined } {
    if (end.kind === 'failed') {
      return { outcome: { kind: 'failed', index, ...end.problem }, run: undefined };
    }
    const { frame, checkpoint } = end;
    if (frame.series === undefined) {
      const message = l10n.t('Nothing was measured in this run.');
      return {
        outcome: { kind: 'failed', index, message, next: l10n.t('Start the sweep again.') },
        run: undefined,
      };
    }
    return {
      outcome: {
        kind: 'done',
        index,
        round: frame.position.round,
        measures: measuresAtEnd(frame.series),
        picture: this.world.draw(frame),
      },
      run: checkpoint && runOfCheckpoint({ ...checkpoint, ...(own && { collection: own.digest }) }),
    };
  }
}
