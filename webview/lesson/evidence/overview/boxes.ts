import * as l10n from '@vscode/l10n';
import type { Hyperparameters } from '../../../../src/shared/domain/hyperparameters';
import { lastPhase, type Phase } from '../../../../src/shared/domain/phases';
import type { Region } from '../../../../src/shared/domain/regions';
import { unreachable } from '../../../../src/shared/result';
import type { RunFrame, RunStart } from '../../../../src/shared/wire/run';
import { measure, percent } from '../../../ui/l10n';

/** The parts of the data flow, in reading order. */
const BOXES = [
  'noise',
  'generator',
  'fake',
  'data',
  'real',
  'discriminator',
  'verdict',
  'generatorLoss',
  'discriminatorLoss',
  'generatorGradient',
  'discriminatorGradient',
] as const;

export type BoxId = (typeof BOXES)[number];

/** A part of the data flow with what is known of it at the shown moment. */
export interface Box {
  readonly id: BoxId;
  readonly title: string;
  /** Shapes, sizes and live numbers, a line each. */
  readonly lines: readonly string[];
  /** Where it is seen on the stage. */
  readonly region: Region;
  /** The phase that was done last works on it. */
  readonly isActive: boolean;
}

/** What the boxes are filled from. */
export interface OverviewSource {
  readonly start: RunStart | undefined;
  readonly frame: RunFrame | undefined;
  readonly hyperparameters: Hyperparameters | undefined;
}

const REGION_OF: Readonly<Record<BoxId, Region>> = {
  noise: 'noise',
  generator: 'forger',
  fake: 'easel',
  data: 'museum',
  real: 'pile',
  discriminator: 'inspector',
  verdict: 'verdict',
  generatorLoss: 'feedback',
  discriminatorLoss: 'truth',
  generatorGradient: 'feedback',
  discriminatorGradient: 'inspector',
};

/** What each phase works on. */
const ACTIVE_IN: Readonly<Record<Phase, readonly BoxId[]>> = {
  drawReal: ['data', 'real'],
  forge: ['noise', 'generator', 'fake'],
  judge: ['real', 'fake', 'discriminator', 'verdict'],
  reveal: ['verdict', 'discriminatorLoss'],
  trainDiscriminator: ['discriminatorLoss', 'discriminatorGradient', 'discriminator'],
  forgeAgain: ['noise', 'generator', 'fake', 'discriminator', 'generatorLoss'],
  trainGenerator: ['generatorLoss', 'generatorGradient', 'generator'],
};

/** All boxes at the shown moment. */
export function overviewBoxes(source: OverviewSource): Box[] {
  const { frame } = source;
  const phase = frame === undefined || frame.wholeRounds ? undefined : lastPhase(frame.position);
  const active = phase === undefined ? [] : ACTIVE_IN[phase];
  return BOXES.map((id) => ({
    id,
    title: titleOf(id),
    lines: linesOf(id, source).filter((line) => line !== ''),
    region: REGION_OF[id],
    isActive: active.includes(id),
  }));
}

function titleOf(id: BoxId): string {
  switch (id) {
    case 'noise':
      return l10n.t('Latent vectors z');
    case 'generator':
      return l10n.t('Generator G');
    case 'fake':
      return l10n.t('Forgeries G(z)');
    case 'data':
      return l10n.t('Collection');
    case 'real':
      return l10n.t('Real samples x');
    case 'discriminator':
      return l10n.t('Discriminator D');
    case 'verdict':
      return l10n.t('Verdicts D(x), D(G(z))');
    case 'generatorLoss':
      return l10n.t('Loss of G');
    case 'discriminatorLoss':
      return l10n.t('Loss of D');
    case 'generatorGradient':
      return l10n.t('Gradient through D back to G');
    case 'discriminatorGradient':
      return l10n.t('Gradient back to D');
    default:
      return unreachable(id);
  }
}

/** "16 × 16 × 3" */
export function shapeText(shape: readonly number[]): string {
  return shape.join('\u202f×\u202f');
}

function linesOf(id: BoxId, { start, frame, hyperparameters: h }: OverviewSource): string[] {
  const metrics = frame?.metrics;
  const sample = start?.generatorShapes?.at(-1)?.outputShape;
  const batchOf = (shape: readonly number[] | undefined): string =>
    shape === undefined || h === undefined ? '' : l10n.t('{0}, each of {1}', h.batchSize, shapeText(shape));
  switch (id) {
    case 'noise':
      return [batchOf(h && [h.latentSize]), l10n.t('drawn again each time')];
    case 'generator':
      return [weights(start?.generatorParameters), layers(start?.generatorShapes)];
    case 'fake':
      return [batchOf(sample), metrics ? l10n.t('judged {0} real', percent(metrics.meanOnFake)) : ''];
    case 'data':
      return [h === undefined ? '' : l10n.t('{0} samples', h.collectionSize.toLocaleString())];
    case 'real':
      return [batchOf(sample), metrics ? l10n.t('judged {0} real', percent(metrics.meanOnReal)) : ''];
    case 'discriminator':
      return [weights(start?.discriminatorParameters), layers(start?.discriminatorShapes)];
    case 'verdict':
      return metrics
        ? [
            l10n.t('real ones: {0} right', percent(metrics.accuracyOnReal)),
            l10n.t('forgeries: {0} right', percent(metrics.accuracyOnFake)),
          ]
        : [];
    case 'generatorLoss':
      return metrics ? [measure(metrics.generatorLoss)] : [];
    case 'discriminatorLoss':
      return metrics ? [measure(metrics.discriminatorLoss)] : [];
    case 'generatorGradient':
      return [norm(metrics?.generatorGradientNorm)];
    case 'discriminatorGradient':
      return [norm(metrics?.discriminatorGradientNorm)];
    default:
      return unreachable(id);
  }
}

function weights(count: number | undefined): string {
  return count === undefined ? '' : l10n.t('{0} weights', count.toLocaleString());
}

function layers(shapes: RunStart['generatorShapes']): string {
  return shapes === undefined ? '' : l10n.t('{0} layers', shapes.length);
}

function norm(value: number | undefined): string {
  return value === undefined ? '' : l10n.t('norm {0}', measure(value));
}
