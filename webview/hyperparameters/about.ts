import * as l10n from '@vscode/l10n';
import {
  SPECS,
  describeRange,
  descriptionOf,
  type HyperparameterName,
} from '../../src/shared/domain/hyperparameters';

/** What there is to know of a hyperparameter before one changes it: what it does and, for a number, its range. */
export function aboutText(name: HyperparameterName): string {
  const spec = SPECS[name];
  return spec.kind === 'number'
    ? l10n.t('{0} Allowed: {1}.', descriptionOf(name), describeRange(spec))
    : descriptionOf(name);
}
