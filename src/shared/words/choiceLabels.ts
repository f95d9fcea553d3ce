import * as l10n from '@vscode/l10n';
import { DATA_SETS } from '../domain/dataSets';
import {
  PICTURE_DATA,
  POINT_DATA,
  SPECS,
  type HyperparameterName,
  type OwnData,
} from '../domain/hyperparameters';
import { LOSS_FACTS } from '../domain/losses';

/** What people read in place of a value's name in the code. Numbers stand for themselves. */
function labels(): Readonly<Record<string, string>> {
  return {
    ...labelsOf(DATA_SETS),
    ...labelsOf(LOSS_FACTS),
    auto: l10n.t('Automatic'),
    webgl: l10n.t('Graphics card (WebGL)'),
    cpu: l10n.t('Processor (CPU)'),
    normal: l10n.t('Normal'),
    uniform: l10n.t('Uniform'),
    convolutional: l10n.t('Convolutional'),
    dense: l10n.t('Dense'),
    point: l10n.t('Single point'),
    linear: l10n.t('Linear score'),
    relu: 'ReLU',
    leakyRelu: l10n.t('Leaky ReLU'),
    tanh: 'tanh',
    none: l10n.t('None'),
    batch: l10n.t('Batch'),
    spectral: l10n.t('Spectral'),
    adam: 'Adam',
    rmsprop: 'RMSProp',
    momentum: l10n.t('SGD with momentum'),
    sgd: 'SGD',
    no: l10n.t('No'),
    yes: l10n.t('Yes'),
  };
}

function labelsOf(
  facts: Readonly<Record<string, { readonly label: () => string }>>,
): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(facts).map(([name, { label }]) => [name, label()]));
}

/** A value of a hyperparameter as people read it. */
export function valueLabel(value: string | number): string {
  return (typeof value === 'string' ? labels()[value] : undefined) ?? String(value);
}

/**
 * The values that the form offers; what is set all the same, by a lesson, is in the list.
 *
 * @param ownData the learner's own collections that can be chosen
 */
export function offeredChoices(
  name: HyperparameterName,
  present: string | number,
  ownData: readonly OwnData[] = [],
): (string | number)[] {
  const spec = SPECS[name];
  if (spec.kind === 'number') {
    return [];
  }
  const offered: (string | number)[] =
    name === 'data' ? [...PICTURE_DATA, ...POINT_DATA, ...ownData] : [...spec.choices];
  return offered.includes(present) ? offered : [present, ...offered];
}
