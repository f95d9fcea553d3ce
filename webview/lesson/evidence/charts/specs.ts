import * as l10n from '@vscode/l10n';
import type { Hyperparameters } from '../../../../src/shared/domain/hyperparameters';
import type { Measure } from '../../../../src/shared/domain/measures';
import { unreachable } from '../../../../src/shared/result';
import { measure as number, percent } from '../../../ui/l10n';
import type { ChartTab } from '../tabs';

/** How a line is drawn: of real samples, of generated ones or of the generator, of anything else, of another run. */
export type LineLook = 'real' | 'forged' | 'plain' | 'other';

export interface LineSpec {
  readonly measure: Measure;
  readonly look: LineLook;
  /** What the line is of, where a chart has several. */
  readonly name: string;
}

/** What the vertical axis goes over. */
export type ScaleKind =
  /** From 0 to 1, written as percentages. */
  | { readonly kind: 'share' }
  /** From 0, or from the lowest value if that is negative, to a round number above the highest value. */
  | { readonly kind: 'linear'; readonly top?: number }
  /** Over whole powers of ten; what is not positive is left out. */
  | { readonly kind: 'logarithmic' };

export interface ChartSpec {
  readonly id: string;
  readonly title: string;
  /** The field's name of it, or how it was measured; below the lines. */
  readonly hint: string;
  /** All are measured in every round, or all with quality. */
  readonly lines: readonly [LineSpec, ...LineSpec[]];
  readonly scale: ScaleKind;
  /** Writes a value of it. */
  readonly format: (value: number) => string;
  /** The same beside the axis, where there is less room. */
  readonly formatOnAxis: (value: number) => string;
  /** Draws each round as the mean of the last ones, because a single batch says little. */
  readonly smooth?: true;
  /** A value worth a line of its own. */
  readonly reference?: { readonly value: number; readonly label: string };
}

/** What of a run decides which charts there are. */
export interface Circumstances {
  readonly onPlane: boolean;
  /** Kinds of samples in the collection; absent where nobody knows them. */
  readonly modes: number | undefined;
  readonly loss: Hyperparameters['loss'] | undefined;
}

/** Rounds whose mean is drawn by smooth lines; the inspector's mood looks back on as many. */
export const SMOOTHED_ROUNDS = 5;

/** The charts of a tab. Those of which nothing was measured are left out when they are shown. */
export function chartsOf(tab: ChartTab, circumstances: Circumstances): ChartSpec[] {
  switch (tab) {
    case 'progress':
      return [accuracy(), distance(), kinds(circumstances)];
    case 'quality':
      return [slicedDistance(), copying(), divergence(), optimalGap()];
    case 'losses':
      return [losses(circumstances), meanVerdict()];
    case 'gradients':
      return [gradients()];
    default:
      return unreachable(tab);
  }
}

/** How a share of all verdicts is drawn. */
export const SHARE = {
  scale: { kind: 'share' },
  format: percent,
  formatOnAxis: percent,
  smooth: true,
} as const;

/** How a chart of one measure of quality is drawn. */
function ofQuality(
  id: string,
  title: string,
  hint: string,
  line: Omit<LineSpec, 'look'>,
  top?: number,
): ChartSpec {
  return {
    id,
    title,
    hint,
    lines: [{ ...line, look: 'plain' }],
    scale: { kind: 'linear', ...(top !== undefined && { top }) },
    format: number,
    formatOnAxis: short,
  };
}

function meanHint(): string {
  return l10n.t('mean of {0} rounds', SMOOTHED_ROUNDS);
}

function accuracy(): ChartSpec {
  return {
    id: 'accuracy',
    title: l10n.t('Inspector is right'),
    hint: meanHint(),
    lines: [
      { measure: 'accuracyOnReal', look: 'real', name: l10n.t('about the real ones') },
      { measure: 'accuracyOnFake', look: 'forged', name: l10n.t('about the forgeries') },
    ],
    ...SHARE,
    reference: { value: 0.5, label: l10n.t('guessing') },
  };
}

function distance(): ChartSpec {
  return ofQuality('distance', l10n.t('Distance from real'), l10n.t('mini-FID; 0 is best'), {
    measure: 'miniFid',
    name: l10n.t('mini-FID'),
  });
}

function kinds({ onPlane, modes }: Circumstances): ChartSpec {
  const title = onPlane ? l10n.t('Kinds of points') : l10n.t('Kinds of pictures');
  const name = l10n.t('effective modes');
  return {
    ...ofQuality('kinds', title, name, { measure: 'effectiveModes', name }, modes),
    format: (value) =>
      modes === undefined ? value.toFixed(1) : l10n.t('{0} of {1}', value.toFixed(1), modes),
  };
}

function slicedDistance(): ChartSpec {
  return ofQuality('sliced', l10n.t('Another distance'), l10n.t('sliced Wasserstein; 0 is best'), {
    measure: 'slicedWasserstein',
    name: l10n.t('sliced Wasserstein distance'),
  });
}

function copying(): ChartSpec {
  const name = l10n.t('nearer to originals than to unseen');
  const hint = l10n.t('0: new pictures, 1: copies');
  return ofQuality('copying', l10n.t('Learned by heart'), hint, { measure: 'memorisationGap', name }, 1);
}

function divergence(): ChartSpec {
  const title = l10n.t('Jensen-Shannon divergence');
  const hint = l10n.t('in bits; 0 is best');
  return ofQuality('divergence', title, hint, { measure: 'jensenShannon', name: title }, 1);
}

function optimalGap(): ChartSpec {
  const title = l10n.t('Gap to the optimal inspector');
  return ofQuality('optimalGap', title, l10n.t('mean of |D − D*|'), { measure: 'optimalGap', name: title });
}

/** 2 ln 2: what a discriminator loses that answers one half to everything, with cross-entropy. */
const GUESSING_LOSS = 2 * Math.LN2;

function losses({ loss }: Circumstances): ChartSpec {
  const isCrossEntropy = loss === 'nonSaturating' || loss === 'saturating' || loss === 'naiveLogSigmoid';
  return {
    id: 'losses',
    title: l10n.t('Losses'),
    hint: l10n.t('mean of {0} rounds; not a measure of quality', SMOOTHED_ROUNDS),
    lines: [
      { measure: 'discriminatorLoss', look: 'plain', name: l10n.t('inspector') },
      { measure: 'generatorLoss', look: 'forged', name: l10n.t('forger') },
    ],
    scale: { kind: 'linear' },
    format: number,
    formatOnAxis: short,
    smooth: true,
    ...(isCrossEntropy && {
      reference: { value: GUESSING_LOSS, label: l10n.t('inspector who guesses: {0}', number(GUESSING_LOSS)) },
    }),
  };
}

function meanVerdict(): ChartSpec {
  return {
    id: 'meanVerdict',
    title: l10n.t('Mean verdict'),
    hint: meanHint(),
    lines: [
      { measure: 'meanOnReal', look: 'real', name: l10n.t('on real ones, D(x)') },
      { measure: 'meanOnFake', look: 'forged', name: l10n.t('on forgeries, D(G(z))') },
    ],
    ...SHARE,
    reference: { value: 0.5, label: l10n.t('cannot tell') },
  };
}

function gradients(): ChartSpec {
  return {
    id: 'gradients',
    title: l10n.t('Gradient norm'),
    hint: l10n.t('first update of each round, logarithmic'),
    lines: [
      { measure: 'discriminatorGradientNorm', look: 'plain', name: l10n.t('inspector') },
      { measure: 'generatorGradientNorm', look: 'forged', name: l10n.t('forger') },
    ],
    scale: { kind: 'logarithmic' },
    format: scientific,
    formatOnAxis: short,
  };
}

/** A number without needless digits, as beside an axis. */
function short(value: number): string {
  return Math.abs(value) >= LARGE ? value.toExponential(0) : String(Number(value.toPrecision(2)));
}

/** Beyond these a number is written with a power of ten. */
const SMALL = 0.01;
const LARGE = 1000;

function scientific(value: number): string {
  const size = Math.abs(value);
  return size !== 0 && (size < SMALL || size >= LARGE) ? value.toExponential(1) : number(value);
}
