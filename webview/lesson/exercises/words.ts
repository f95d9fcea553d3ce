import * as l10n from '@vscode/l10n';
import {
  SPECS,
  HYPERPARAMETER_NAMES,
  type HyperparameterChanges,
  type HyperparameterName,
  type Hyperparameters,
} from '../../../src/shared/domain/hyperparameters';
import type { GoalCondition, GoalTime } from '../../../src/shared/domain/lesson';
import { specOf, type Measure } from '../../../src/shared/domain/measures';
import type { RunFacts } from '../../../src/shared/domain/progress';
import { measure as number, percent } from '../../ui/l10n';
import { listed } from '../../ui/listed';
import { settingName } from '../../../src/shared/words/settingName';
import { counted } from '../../../src/shared/words/counted';

/** A value of a measure: shares in percent, others with few digits; a dash for what is no number. */
export function measureValue(measure: Measure, value: number): string {
  if (!Number.isFinite(value)) {
    return '–';
  }
  return specOf(measure).unit === 'share' ? percent(value) : number(value);
}

/** Digits after the point that a bound in percent has at most. */
const PERCENT_DIGITS = 2;

/** The bound of a condition, with as many digits as its author wrote. */
function bound({ measure, value }: GoalCondition): string {
  return specOf(measure).unit === 'share'
    ? l10n.t('{0}\u202f%', Number((100 * value).toFixed(PERCENT_DIGITS)))
    : String(value);
}

/** What a condition asks of its measure. */
export function conditionText(condition: GoalCondition): string {
  return condition.is === 'above'
    ? l10n.t('more than {0}', bound(condition))
    : l10n.t('less than {0}', bound(condition));
}

/** When a goal is judged. */
export function timeText({ at, by, from }: GoalTime): string {
  if (at !== undefined) {
    return l10n.t('at round {0}', at);
  }
  if (by !== undefined && from !== undefined) {
    return l10n.t('in a round from {0} to {1}', from, by);
  }
  return by === undefined ? l10n.t('from round {0} on', from ?? 0) : l10n.t('by round {0}', by);
}

/** Names of hyperparameters in a row. */
export function settingNames(names: readonly HyperparameterName[]): string {
  return listed(names.map(settingName));
}

/** How a choice of a `try` section comes into force. */
export type Effect = 'inForce' | 'atOnce' | 'newRun';

/** @param running absent before the first run */
export function effectOf(changes: HyperparameterChanges, running: Hyperparameters | undefined): Effect {
  const others = HYPERPARAMETER_NAMES.filter(
    (name) => changes[name] !== undefined && changes[name] !== running?.[name],
  );
  if (others.length === 0) {
    return 'inForce';
  }
  return others.some((name) => SPECS[name].change === 'restart') ? 'newRun' : 'atOnce';
}

/** The run that a goal was reached in; that it was reached is said beside it. */
export function factsText({ round, hyperparameters, changes }: RunFacts): string {
  const seed = String(hyperparameters['seed'] ?? '?');
  if (changes.length === 0) {
    return l10n.t('At round {0}, with seed {1}.', round, seed);
  }
  return counted(
    changes.length,
    l10n.t(
      'At round {0}, with seed {1}, after one change on the way. | At round {0}, with seed {1}, after {2} changes on the way.',
      round,
      seed,
      changes.length,
    ),
  );
}
