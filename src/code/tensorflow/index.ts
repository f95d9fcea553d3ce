import * as l10n from '@vscode/l10n';
import type { Hyperparameters } from '../../shared/domain/hyperparameters';
import { unreachable } from '../../shared/result';
import { optimizersOf, type OptimizerChoice } from '../optimizers';
import { plain, type CodeLine } from '../program';
import type { SampleKind } from '../samples';
import { dataLines } from './data';
import { networkLines } from './networks';
import { loopLines } from './round';

function optimizer({ kind, rate, beta1, beta2 }: OptimizerChoice): string {
  switch (kind) {
    case 'adam':
      return `tf.train.adam(${rate}, ${beta1}, ${beta2}, 1e-8)`;
    case 'rmsprop':
      return `tf.train.rmsprop(${rate}, 0.9)`;
    case 'momentum':
      return `tf.train.momentum(${rate}, 0.9)`;
    case 'sgd':
      return `tf.train.sgd(${rate})`;
    default:
      return unreachable(kind);
  }
}

function optimizers(h: Hyperparameters): string[] {
  const { discriminator, generator } = optimizersOf(h);
  return [
    ...(h.discriminatorSteps > 0 ? [`const optimizerD = ${optimizer(discriminator)};`] : []),
    ...(h.generatorSteps > 0 ? [`const optimizerG = ${optimizer(generator)};`] : []),
  ];
}

/** Eight samples of the generator that is shown. */
function samplesToLookAt(h: Hyperparameters, { classes }: SampleKind): string[] {
  const shape = `[8, ${h.latentSize}]`;
  const latent =
    h.latentDistribution === 'normal' ? `tf.randomNormal(${shape})` : `tf.randomUniform(${shape}, -1, 1)`;
  const input = classes > 0 ? `tf.concat([${latent}, classes.slice([0, 0], [8, -1])], 1)` : latent;
  return [
    '',
    `// ${l10n.t('Eight samples to look at')}`,
    h.averageDecay > 0
      ? `const samples = generator(${input}, shownWeights);`
      : `const samples = generator(${input});`,
  ];
}

/** The whole program of a run in TensorFlow.js 4, its training loop line by line. */
export function tensorflowProgram(h: Hyperparameters, samples: SampleKind, rounds: number): CodeLine[] {
  return [
    ...plain("import * as tf from '@tensorflow/tfjs';"),
    ...dataLines(h, samples),
    ...plain(
      '',
      `// ${l10n.t('Indices of so many originals, drawn at random')}`,
      'const anyOf = (all, count) => tf.randomUniform([count], 0, all.shape[0]).floor().toInt();',
    ),
    ...networkLines(h, samples),
    ...plain(
      '',
      ...optimizers(h),
      ...(h.averageDecay > 0
        ? ['const shownWeights = generatorWeights.map((weight) => tf.variable(weight.clone(), false));']
        : []),
      '',
    ),
    ...loopLines(h, samples, rounds),
    ...plain(...samplesToLookAt(h, samples)),
  ];
}
