import * as v from 'valibot';
import {
  checkTogether,
  defaultsFor,
  HyperparametersSchema,
  isPictureData,
  SPECS,
  type HyperparameterChanges,
} from '../../shared/domain/hyperparameters';

/** Why a run with these changes to the recipe of its data cannot be, or `undefined` when it can. */
export function problemOfRun(changes: HyperparameterChanges): string | undefined {
  const recipe = defaultsFor(changes.data ?? SPECS.data.initial);
  const run = v.safeParse(HyperparametersSchema, { ...recipe, ...changes });
  if (!run.success) {
    return run.issues[0].message;
  }
  const problem = checkTogether(run.output, isPictureData(run.output.data));
  return problem && `${problem.message} ${problem.next}`;
}
