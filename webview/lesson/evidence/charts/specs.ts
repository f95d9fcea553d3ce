import * as l10n from '@vscode/l10n';
import type { Hyperparameters } from '../../../../src/shared/domain/hyperparameters';
import { LOSS_FACTS } from '../../../../src/shared/domain/losses';
import { QUALITY_MEASURES, specOf, type Measure } from '../../../../src/shared/domain/measures';
import { measureHint, measureName } from '../../../../src/shared/words/measureWords';
import { unreachable } from '../../../../src/shared/result';
import { measure as number, percent } from '../../../ui/l10n';
import type { ChartTab } from '../tabs';

/** How a line is drawn: of real samples, of generated ones or of the generator, of anything else, of another run. */
export type LineLook = 'real' | 'forged' | 'plain' | 'other';

export interface LineSpec {
  readonly measure: Measure;
  readonly look: LineLook;
  /** What the line is of: the name of its measure, or of the run. */
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
interface Circumstances {
  readonly onPlane: boolean;
  /** Kinds of samples in the collection; absent where nobody knows them. */
  readonly modes: number | undefined;
  readonly loss: Hyperparameters['loss'] | undefined;
}

/** Rounds whose mean is drawn by smooth lines; the inspector's mood looks back on as many. */
export const SMOOTHED_ROUNDS = 5;

/** The measures of quality that are shown first; all others have a tab of their own. */
const PROGRESS: readonly Measure[] = ['miniFid', 'convincing', 'effectiveModes'];

/** The charts of a tab. Those of which nothing was measured are left out when they are shown. */
export function chartsOf(tab: ChartTab, circumstances: Circumstances): ChartSpec[] {
  switch (tab) {
    case 'progress':
      return [accuracy(), ofQuality('miniFid'), ofQuality('convincing'), kinds(circumstances)];
    case 'quality':
      return QUALITY_MEASURES.filter((measure) => !PROGRESS.includes(measure)).map((measure) =>
        ofQuality(measure, specOf(measure).most),
      );
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

/**
 * The chart of one measure of quality.
 *
 * @param top the highest value that there can be; absent or infinite where none is known
 */
function ofQuality(measure: Measure, top = Infinity): ChartSpec {
  return {
    id: measure,
    title: measureName(measure),
    hint: measureHint(measure) ?? '',
    lines: [lineOf(measure, 'plain')],
    ...(specOf(measure).unit === 'share'
      ? { scale: { kind: 'share' }, format: percent, formatOnAxis: percent }
      : {
          scale: { kind: 'linear', ...(Number.isFinite(top) && { top }) },
          format: number,
          formatOnAxis: short,
        }),
  };
}

function lineOf(measure: Measure, look: LineLook): LineSpec {
  return { measure, look, name: measureName(measure) };
}

/** What stands below a chart: how its lines were made of what was measured, and how to read that. */
export function hintOf(measure: Measure, made?: string): string {
  const hint = measureHint(measure);
  return made === undefined || hint === undefined ? (made ?? hint ?? '') : l10n.t('{0}; {1}', made, hint);
}

/** That a line is the mean of the last rounds. */
export function smoothed(): string {
  return l10n.t('mean of {0} rounds', SMOOTHED_ROUNDS);
}

function accuracy(): ChartSpec {
  return {
    id: 'accuracy',
    title: l10n.t('Inspector is right'),
    hint: hintOf('accuracyOnReal', smoothed()),
    lines: [lineOf('accuracyOnReal', 'real'), lineOf('accuracyOnFake', 'forged')],
    ...SHARE,
    reference: { value: 0.5, label: l10n.t('guessing') },
  };
}

function kinds({ modes }: Circumstances): ChartSpec {
  return {
    ...ofQuality('effectiveModes', modes),
    format: (value) =>
      modes === undefined ? value.toFixed(1) : l10n.t('{0} of {1}', value.toFixed(1), modes),
  };
}

/** 2 ln 2: what a discriminator loses that answers one half to everything, with cross-entropy. */
const GUESSING_LOSS = 2 * Math.LN2;

function losses({ loss }: Circumstances): ChartSpec {
  return {
    id: 'losses',
    title: l10n.t('Losses'),
    hint: hintOf('discriminatorLoss', smoothed()),
    lines: [lineOf('discriminatorLoss', 'plain'), lineOf('generatorLoss', 'forged')],
    scale: { kind: 'linear' },
    format: number,
    formatOnAxis: short,
    smooth: true,
    ...(loss !== undefined &&
      LOSS_FACTS[loss].isCrossEntropy && {
        reference: {
          value: GUESSING_LOSS,
          label: l10n.t('inspector who guesses: {0}', number(GUESSING_LOSS)),
        },
      }),
  };
}

function meanVerdict(): ChartSpec {
  return {
    id: 'meanVerdict',
    title: l10n.t('Mean verdict'),
    hint: hintOf('meanOnReal', smoothed()),
    lines: [lineOf('meanOnReal', 'real'), lineOf('meanOnFake', 'forged')],
    ...SHARE,
    reference: { value: 0.5, label: l10n.t('cannot tell') },
  };
}

function gradients(): ChartSpec {
  return {
    id: 'gradients',
    title: l10n.t('Gradient norm'),
    hint: hintOf('generatorGradientNorm', l10n.t('logarithmic')),
    lines: [lineOf('discriminatorGradientNorm', 'plain'), lineOf('generatorGradientNorm', 'forged')],
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
