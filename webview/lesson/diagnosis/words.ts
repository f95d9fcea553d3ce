import * as l10n from '@vscode/l10n';
import {
  HYPERPARAMETER_NAMES,
  SPECS,
  type HyperparameterChanges,
} from '../../../src/shared/domain/hyperparameters';
import { unreachable } from '../../../src/shared/result';
import type { Finding } from '../../../src/shared/wire/run';
import { valueLabel } from '../../../src/shared/words/choiceLabels';
import { settingName } from '../../../src/shared/words/settingName';
import { listed } from '../../ui/listed';

/** What an illness is called. */
export function illnessName(illness: Finding['problem']): string {
  switch (illness) {
    case 'modeCollapse':
      return l10n.t('Mode collapse');
    case 'modeDropping':
      return l10n.t('Dropped modes');
    case 'vanishingGradient':
      return l10n.t('Vanishing gradient');
    case 'discriminatorOverwhelmed':
      return l10n.t('The inspector is overwhelmed');
    case 'forgerTooWeak':
      return l10n.t('The forger is too weak');
    case 'oscillation':
      return l10n.t('Oscillation');
    case 'notFinite':
      return l10n.t('Numbers out of bounds');
    case 'memorisation':
      return l10n.t('Memorised');
    default:
      return unreachable(illness);
  }
}

/** A remedy as a person reads it on its button: "forger: Steps per round → 1". */
export function remedyLabel(changes: HyperparameterChanges): string {
  return listed(
    HYPERPARAMETER_NAMES.flatMap((name) => {
      const value = changes[name];
      return value === undefined ? [] : [`${settingName(name)} → ${valueLabel(value)}`];
    }),
  );
}

/** Whether a remedy asks for a new run. */
export function needsNewRun(changes: HyperparameterChanges): boolean {
  return HYPERPARAMETER_NAMES.some((name) => changes[name] !== undefined && SPECS[name].change === 'restart');
}
