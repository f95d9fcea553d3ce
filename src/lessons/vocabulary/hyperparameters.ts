import * as l10n from '@vscode/l10n';
import * as v from 'valibot';
import {
  descriptionOf,
  describeRange,
  HyperparameterChangesSchema,
  HYPERPARAMETER_NAMES,
  isHyperparameterName,
  SPECS,
  type HyperparameterName,
} from '../../shared/domain/hyperparameters';
import { described, type Described } from './words';

/** What a hyperparameter is, what it may be, what it is unless somebody says otherwise, and when a change takes hold. */
function describeHyperparameter(name: HyperparameterName): string {
  const spec = SPECS[name];
  return [
    descriptionOf(name),
    l10n.t('It is {0}; for portraits {1}.', describeRange(spec), spec.initial),
    spec.change === 'live'
      ? l10n.t('A change applies immediately, even during a run.')
      : l10n.t('A change needs a new run.'),
  ].join(' ');
}

function describeIfKnown(name: string): string | undefined {
  return isHyperparameterName(name) ? describeHyperparameter(name) : undefined;
}

/** Hyperparameters with their values, in a lesson. */
export function changesSchema(describe: () => string): Described<typeof HyperparameterChangesSchema> {
  return described(HyperparameterChangesSchema, { describe, describeKey: describeIfKnown });
}

/** Names of hyperparameters, in a lesson. */
export function namesSchema(describe: () => string): v.GenericSchema<HyperparameterName[]> {
  return described(v.array(v.picklist(HYPERPARAMETER_NAMES)), { describe, describeChoice: describeIfKnown });
}
