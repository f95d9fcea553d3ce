import type { SavedRun } from '../../../src/shared/checkpoint';
import type { HyperparameterChanges, Hyperparameters } from '../../../src/shared/hyperparameters';
import type { PanelAction, PanelState } from '../state';
import type { Store } from '../store';
import type { Surroundings } from '../surroundings';
import type { PanelRun } from '../training/panelRun';
import { Comparison } from './comparison';
import { suggestDifference, type Difference } from './difference';

/** What a person can do with two runs; the run of the lesson waits meanwhile. */
export class ComparisonCommands {
  readonly comparison: Comparison;

  constructor(
    private readonly store: Store<PanelState, PanelAction>,
    private readonly surroundings: Surroundings,
    private readonly run: Pick<PanelRun, 'beginsWith' | 'player'>,
  ) {
    this.comparison = new Comparison(surroundings);
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

  /** @param b the hyperparameters of run B; those of run A are the lesson's */
  readonly begin = ({ name }: Difference, b: Hyperparameters): void => {
    const { hyperparameters, start } = this.store.state;
    if (hyperparameters !== undefined) {
      // On one backend, because the two differ in the last digits.
      const backend = start?.backend.backend ?? hyperparameters.backend;
      this.comparison.begin({
        difference: name,
        hyperparameters: { a: { ...hyperparameters, backend }, b: { ...b, backend } },
        ...this.run.beginsWith,
      });
    }
  };

  readonly close = (): void => {
    this.comparison.end();
    this.store.dispatch({ type: 'comparing', suggestion: undefined });
  };

  /** A compared run becomes the run of the lesson. */
  readonly takeOver = (run: SavedRun): void => {
    this.close();
    this.surroundings.host.send({ type: 'takeOver', run });
  };
}
