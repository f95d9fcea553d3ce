import type { SavedRun } from '../../../src/shared/wire/checkpoint';
import type { HyperparameterChanges, Hyperparameters } from '../../../src/shared/domain/hyperparameters';
import type { PanelAction, PanelState } from '../state';
import type { Store } from '../store';
import type { Surroundings } from '../surroundings';
import type { PanelRun } from '../training/panelRun';
import { Comparison } from './comparison';
import { commonRound } from './comparisonState';
import { suggestDifference, withDifference, type Difference } from './difference';
import { ComparisonMemory, type KeptComparison } from './keptComparison';

/** Rounds of a comparison that plays after which it is kept again. */
const KEPT_EVERY = 25;

/** What a person can do with two runs; the run of the lesson waits meanwhile. */
export class ComparisonCommands {
  readonly comparison: Comparison;
  private readonly memory: ComparisonMemory;
  private kept: KeptComparison | undefined;

  constructor(
    private readonly store: Store<PanelState, PanelAction>,
    private readonly surroundings: Surroundings,
    private readonly run: Pick<PanelRun, 'beginsWith' | 'player'>,
  ) {
    this.comparison = new Comparison(surroundings);
    this.memory = new ComparisonMemory(surroundings.memory);
    this.comparison.store.subscribe(() => this.keepRound());
  }

  /** Opens the comparison again that was open when the panel was covered, and plays it to where it was. */
  restore(): void {
    const { hyperparameters, frame } = this.store.state;
    const kept = hyperparameters && this.memory.of(hyperparameters);
    if (hyperparameters === undefined || frame === undefined || kept === undefined) {
      return;
    }
    const b = withDifference(hyperparameters, kept);
    if (b.ok) {
      this.run.player.pause();
      this.store.dispatch({ type: 'comparing', suggestion: { name: kept.name, value: kept.value } });
      this.begin(kept, b.value, kept.round);
    }
  }

  /** @param wanted in what the form differs from the run */
  readonly open = (wanted: HyperparameterChanges): void => {
    const { hyperparameters, frame } = this.store.state;
    if (hyperparameters !== undefined && frame !== undefined) {
      this.run.player.pause();
      const suggestion = suggestDifference(hyperparameters, wanted, frame.diagnoses ?? []);
      this.store.dispatch({ type: 'comparing', suggestion });
    }
  };

  /**
   * @param b the hyperparameters of run B; those of run A are the lesson's
   * @param round to which both are played at once
   */
  readonly begin = ({ name, value }: Difference, b: Hyperparameters, round = 0): void => {
    const { hyperparameters, start } = this.store.state;
    if (hyperparameters !== undefined) {
      // On one backend, because the two differ in the last digits.
      const backend = start?.backend.backend ?? hyperparameters.backend;
      this.comparison.begin({
        difference: name,
        hyperparameters: { a: { ...hyperparameters, backend }, b: { ...b, backend } },
        ...this.run.beginsWith,
        round,
      });
      this.kept = { running: hyperparameters, name, value, round };
      this.memory.keep(this.kept);
    }
  };

  readonly close = (): void => {
    this.comparison.end();
    this.kept = undefined;
    this.memory.forget();
    this.store.dispatch({ type: 'comparing', suggestion: undefined });
  };

  /** A compared run becomes the run of the lesson. */
  readonly takeOver = (run: SavedRun): void => {
    this.close();
    this.surroundings.host.send({ type: 'takeOver', run });
  };

  private keepRound(): void {
    const { state } = this.comparison.store;
    if (state === undefined || this.kept === undefined) {
      return;
    }
    const round = commonRound(state);
    if (round >= this.kept.round + (state.playing ? KEPT_EVERY : 1)) {
      this.kept = { ...this.kept, round };
      this.memory.keep(this.kept);
    }
  }
}
