import type { SavedRun } from '../../../src/shared/wire/checkpoint';
import {
  type HyperparameterChanges,
  type Hyperparameters,
  HyperparametersSchema,
  changedNames,
} from '../../../src/shared/domain/hyperparameters';
import type { PanelAction, PanelState } from '../state';
import type { Store } from '../store';
import type { PanelEnvironment } from '../panelEnvironment';
import type { PanelRun } from '../training/panelRun';
import { Comparison } from './comparison';
import { commonRound } from './comparisonState';
import { COMPARABLE, type Difference, suggestDifference, withDifference } from './difference';
import * as v from 'valibot';
import type { PageMemory } from '../../ui/pageMemory';
import { FiniteSchema, RoundSchema } from '../../../src/shared/domain/numbers';

/** Rounds of a comparison that plays after which it is kept again. */
const KEPT_EVERY = 25;

/** What a person can do with two runs; the run of the lesson waits meanwhile. */
export class ComparisonCommands {
  readonly comparison: Comparison;
  private readonly memory: ComparisonMemory;
  private kept: KeptComparison | undefined;

  constructor(
    private readonly store: Store<PanelState, PanelAction>,
    private readonly environment: PanelEnvironment,
    private readonly run: Pick<PanelRun, 'beginsWith' | 'player'>,
  ) {
    this.comparison = new Comparison(environment);
    this.memory = new ComparisonMemory(environment.memory);
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
    this.environment.host.send({ type: 'takeOver', run });
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

const NAME = 'comparison';

const KeptSchema = v.object({
  /** The hyperparameters of the lesson's run, which run A has. */
  running: HyperparametersSchema,
  name: v.picklist(COMPARABLE),
  value: v.union([v.string(), FiniteSchema]),
  /** The round that both had reached. */
  round: RoundSchema,
});

/** What is enough to come back to a comparison: its runs are trained again, and come out the same. */
type KeptComparison = v.InferOutput<typeof KeptSchema>;

/** Keeps the comparison that is open, so that covering the panel does not lose it. */
export class ComparisonMemory {
  constructor(private readonly memory: PageMemory) {}

  /** The comparison that was open with the run that the panel has now. */
  of(running: Hyperparameters): (KeptComparison & Difference) | undefined {
    const parsed = v.safeParse(KeptSchema, this.memory.read(NAME));
    return parsed.success && changedNames(parsed.output.running, running).length === 0
      ? parsed.output
      : undefined;
  }

  keep(kept: KeptComparison): void {
    this.memory.write(NAME, kept);
  }

  forget(): void {
    this.memory.write(NAME, undefined);
  }
}
