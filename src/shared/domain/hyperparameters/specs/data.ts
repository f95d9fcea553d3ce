import * as l10n from '@vscode/l10n';
import { OWN_DATA, PICTURE_DATA, POINT_DATA } from '../../dataSets';
import type { Specs } from './types';

/** What the run is trained on. */
export const DATA_SPECS = {
  data: {
    kind: 'choice',
    group: 'data',
    change: 'restart',
    basic: true,
    initial: 'portraits',
    choices: [...PICTURE_DATA, ...POINT_DATA, ...OWN_DATA],
    label: () => l10n.t('Collection'),
  },
  pictureSize: {
    kind: 'choice',
    group: 'data',
    change: 'restart',
    basic: false,
    initial: 16,
    choices: [12, 16, 28],
    label: () => l10n.t('Picture size (pixels)'),
  },
  collectionSize: {
    kind: 'number',
    group: 'data',
    change: 'restart',
    basic: false,
    initial: 4096,
    minimum: 2,
    maximum: 4096,
    integer: true,
    scale: 'logarithmic',
    label: () => l10n.t('Originals in the museum'),
  },
  seed: {
    kind: 'number',
    group: 'data',
    change: 'restart',
    basic: true,
    initial: 1,
    minimum: 0,
    maximum: 2 ** 31 - 1,
    integer: true,
    scale: 'linear',
    label: () => l10n.t('Seed'),
  },
} satisfies Partial<Specs>;
