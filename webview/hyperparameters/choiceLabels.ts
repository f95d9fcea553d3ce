import * as l10n from '@vscode/l10n';
import {
  PICTURE_DATA,
  POINT_DATA,
  SPECS,
  type HyperparameterName,
  type OwnData,
} from '../../src/shared/domain/hyperparameters';

/** What people read in place of a value's name in the code. Numbers stand for themselves. */
function labels(): Readonly<Record<string, string>> {
  return {
    portraits: l10n.t('Portraits'),
    starryNights: l10n.t('Starry nights'),
    sunsets: l10n.t('Sunsets'),
    digits: l10n.t('Digits'),
    line: l10n.t('Line'),
    twoBlobs: l10n.t('Two blobs'),
    ring: l10n.t('Ring'),
    threeIslands: l10n.t('Three islands'),
    eightGaussians: l10n.t('Eight Gaussians'),
    grid25: l10n.t('Grid of 25'),
    twoMoons: l10n.t('Two moons'),
    spiral: l10n.t('Spiral'),
    ownPictures: l10n.t('My own pictures'),
    ownPoints: l10n.t('My own points'),
    drawnPoints: l10n.t('Drawn points'),
    auto: l10n.t('Automatic'),
    webgl: l10n.t('Graphics card (WebGL)'),
    cpu: l10n.t('Processor (CPU)'),
    normal: l10n.t('Normal'),
    uniform: l10n.t('Uniform'),
    convolutional: l10n.t('Convolutional'),
    dense: l10n.t('Dense'),
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
    nonSaturating: l10n.t('Non-saturating'),
    saturating: l10n.t('Saturating (minimax)'),
    leastSquares: l10n.t('Least squares'),
    hinge: l10n.t('Hinge'),
    wasserstein: l10n.t('Wasserstein'),
    naiveLogSigmoid: l10n.t('Naive log-sigmoid'),
    no: l10n.t('No'),
    yes: l10n.t('Yes'),
  };
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
