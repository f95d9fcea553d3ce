import * as l10n from '@vscode/l10n';
import * as v from 'valibot';
import {
  describeRange,
  HYPERPARAMETER_NAMES,
  HyperparameterChangesSchema,
  OWN_DATA,
  SPECS,
  valueFromText,
  type HyperparameterName,
  type Hyperparameters,
  type NumberSpec,
} from '../shared/domain/hyperparameters';
import type { GoalCondition } from '../shared/domain/lesson';
import { specOf, type Measure } from '../shared/domain/measures';
import { failure, success, type Result } from '../shared/result';
import { offeredChoices } from '../shared/words/choiceLabels';

/** The hyperparameters that a sweep can vary: the seeds are asked for apart, and a backend is no property of a run. */
export const VARIED_NAMES: readonly HyperparameterName[] = HYPERPARAMETER_NAMES.filter(
  (name) => name !== 'seed' && name !== 'backend',
);

/** The choices of a hyperparameter that a sweep can compare; of collections, those that everybody has and the present one. */
export function choicesOf(name: HyperparameterName, present: Hyperparameters): (string | number)[] {
  const choices = offeredChoices(name, present[name]);
  return choices.filter((choice) => choice === present[name] || OWN_DATA.every((own) => own !== choice));
}

/** The present value with its half and its double, where they can be: what a person may want to compare first. */
export function suggestedValues({ minimum, maximum, integer }: NumberSpec, present: number): number[] {
  const near = present === 0 ? [minimum, (minimum + maximum) / 2] : [present / 2, present, present * 2];
  const possible = near
    .map((value) => (integer ? Math.round(value) : Number(value.toPrecision(3))))
    .filter((value) => value >= minimum && value <= maximum);
  return [...new Set(possible)];
}

/** The values of a list, each of which can be; fails with the range when one cannot. */
export function valuesIn(name: HyperparameterName, text: string): Result<(string | number)[]> {
  const words = text.split(/[\s,;，；、]+/).filter((word) => word !== '');
  const isPossible = (word: string): boolean =>
    v.is(HyperparameterChangesSchema, { [name]: valueFromText(name, word) });
  const wrong = words.find((word) => !isPossible(word));
  if (words.length === 0 || wrong !== undefined) {
    return failure(
      wrong === undefined
        ? l10n.t('There is no value yet.')
        : l10n.t('"{0}" is not {1}.', wrong, describeRange(SPECS[name])),
      l10n.t('Separate values by commas.'),
    );
  }
  return success([...new Set(words.map((word) => valueFromText(name, word)))]);
}

/** The condition of a text as "< 0.1" or "> 0.25", within the bounds of the measure. */
export function conditionIn(measure: Measure, text: string): Result<GoalCondition> {
  const [, sign, number = ''] = /^\s*([<>＜＞])\s*(\S+)\s*$/.exec(text) ?? [];
  const value = number === '' ? Number.NaN : Number(number);
  const { least, most } = specOf(measure);
  return Number.isFinite(value) && value >= least && value <= most
    ? success({ measure, is: sign === '<' || sign === '＜' ? 'below' : 'above', value })
    : failure(l10n.t('"{0}" is no bound of this measure.', text), l10n.t('Write it as "< 0.1" or "> 0.25".'));
}
