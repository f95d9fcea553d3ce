import * as l10n from '@vscode/l10n';
import { SPECS, type HyperparameterName } from '../domain/hyperparameters';
import { unreachable } from '../result';

/** A hyperparameter by its label and, where both networks have one, by the network that it belongs to. */
export function settingName(name: HyperparameterName): string {
  const { group, label } = SPECS[name];
  switch (group) {
    case 'generator':
      return l10n.t('forger: {0}', label());
    case 'discriminator':
      return l10n.t('inspector: {0}', label());
    case 'data':
    case 'training':
      return label();
    default:
      return unreachable(group);
  }
}
