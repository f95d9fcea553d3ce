import * as v from 'valibot';
import {
  changedNames,
  HyperparametersSchema,
  type Hyperparameters,
} from '../../../src/shared/domain/hyperparameters';
import type { PageMemory } from '../../ui/pageMemory';
import { COMPARABLE, type Difference } from './difference';

const NAME = 'comparison';

const KeptSchema = v.object({
  /** The hyperparameters of the lesson's run, which run A has. */
  running: HyperparametersSchema,
  name: v.picklist(COMPARABLE),
  value: v.union([v.string(), v.number()]),
  /** The round that both had reached. */
  round: v.pipe(v.number(), v.integer(), v.minValue(0)),
});

/** What is enough to come back to a comparison: its runs are trained again, and come out the same. */
export type KeptComparison = v.InferOutput<typeof KeptSchema>;

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
