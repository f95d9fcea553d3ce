import * as l10n from '@vscode/l10n';
import {
  HYPERPARAMETER_NAMES,
  SPECS,
  withValue,
  type HyperparameterChanges,
  type HyperparameterName,
  type Hyperparameters,
} from '../../../src/shared/domain/hyperparameters';
import { failure, type Result } from '../../../src/shared/result';
import type { Finding } from '../../../src/shared/wire/run';

/** The one thing in which two runs differ. */
export interface Difference {
  readonly name: HyperparameterName;
  readonly value: string | number;
}

/** With another of these, nothing would be the same in both runs. */
const MUST_AGREE: readonly HyperparameterName[] = ['data', 'seed', 'backend'];

/** What can be compared, in the order of the form. */
export const COMPARABLE: readonly HyperparameterName[] = HYPERPARAMETER_NAMES.filter(
  (name) => !MUST_AGREE.includes(name),
);

/** Five updates of the generator for one of the discriminator: the best known way into mode collapse. */
const MANY_STEPS = 5;

/**
 * What a person probably wants to compare: what they have set in the form for the next run, else the first remedy of a
 * diagnosis, else a run in which a network learns that sleeps, since nothing else would show; else a run without its
 * penalty, or with many steps of the generator.
 *
 * @param wanted what the form differs in from the run
 */
export function suggestDifference(
  running: Hyperparameters,
  wanted: HyperparameterChanges,
  diagnoses: readonly Finding[],
): Difference {
  const candidates = [wanted, ...diagnoses.flatMap(({ fixes: remedies }) => remedies)];
  const found = candidates.flatMap((changes) =>
    COMPARABLE.flatMap((name) => {
      const value = changes[name];
      return value === undefined || value === running[name] ? [] : [{ name, value }];
    }),
  );
  const sleeps = (['discriminatorSteps', 'generatorSteps'] as const).find((name) => running[name] === 0);
  if (found[0] !== undefined) {
    return found[0];
  }
  if (sleeps !== undefined) {
    return { name: sleeps, value: 1 };
  }
  return running.r1Weight > 0
    ? { name: 'r1Weight', value: 0 }
    : { name: 'generatorSteps', value: running.generatorSteps === MANY_STEPS ? 1 : MANY_STEPS };
}

/** A value to begin with when a person picks out another hyperparameter: the default, or one that differs from it. */
export function initialValue(name: HyperparameterName, running: Hyperparameters): string | number {
  const spec = SPECS[name];
  if (spec.kind === 'choice') {
    const choices: readonly (string | number)[] = spec.choices;
    return choices.find((choice) => choice !== running[name]) ?? spec.initial;
  }
  if (running[name] !== spec.initial) {
    return spec.initial;
  }
  const doubled = spec.initial === 0 ? spec.maximum / 10 : 2 * spec.initial;
  return doubled <= spec.maximum ? doubled : spec.initial / 2;
}

/** The hyperparameters of run B; fails with the reason when the value cannot be, or is that of run A. */
export function withDifference(
  running: Hyperparameters,
  { name, value }: Difference,
): Result<Hyperparameters> {
  return value === running[name]
    ? failure(l10n.t('Both runs would be the same.'), l10n.t('Choose a value that differs.'))
    : withValue(running, name, value);
}
