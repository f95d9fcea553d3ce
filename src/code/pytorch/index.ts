import * as l10n from '@vscode/l10n';
import type { Hyperparameters } from '../../shared/domain/hyperparameters';
import { unreachable } from '../../shared/result';
import { optimizersOf, type OptimizerChoice } from '../optimizers';
import { plain, type CodeLine } from '../program';
import type { SampleKind } from '../samples';
import { dataLines } from './data';
import { networkLines } from './networks';
import { loopLines } from './round';

function optimizer(network: string, { kind, rate, beta1, beta2 }: OptimizerChoice): string {
  const weights = `${network}.parameters()`;
  switch (kind) {
    case 'adam':
      return `torch.optim.Adam(${weights}, lr=${rate}, betas=(${beta1}, ${beta2}))`;
    case 'rmsprop':
      return `torch.optim.RMSprop(${weights}, lr=${rate}, alpha=0.9)`;
    case 'momentum':
      return `torch.optim.SGD(${weights}, lr=${rate}, momentum=0.9)`;
    case 'sgd':
      return `torch.optim.SGD(${weights}, lr=${rate})`;
    default:
      return unreachable(kind);
  }
}

/** Both optimizers. */
export function optimizerLines(h: Hyperparameters): CodeLine[] {
  const { discriminator, generator } = optimizersOf(h);
  return plain(
    `optimizer_d = ${optimizer('discriminator', discriminator)}`,
    `optimizer_g = ${optimizer('generator', generator)}`,
  );
}

function imports(h: Hyperparameters): string[] {
  return [
    ...(h.averageDecay > 0 ? ['import copy', ''] : []),
    'import torch',
    'import torch.nn.functional as F',
    'from torch import nn',
    ...(h.discriminatorNormalization === 'spectral'
      ? ['from torch.nn.utils.parametrizations import spectral_norm']
      : []),
  ];
}

/** Eight samples of the generator that is shown. */
function samplesToLookAt(h: Hyperparameters, { classes }: SampleKind): CodeLine[] {
  const noise = h.latentDistribution === 'normal' ? 'torch.randn' : '2 * torch.rand';
  const latent = `${noise}(8, ${h.latentSize})${h.latentDistribution === 'normal' ? '' : ' - 1'}`;
  const shown = h.averageDecay > 0 ? 'shown' : 'generator';
  return plain(
    '',
    `# ${l10n.t('Eight samples to look at')}`,
    'with torch.no_grad():',
    classes > 0
      ? `    samples = ${shown}.eval()(torch.cat([${latent}, classes[:8]], 1))`
      : `    samples = ${shown}.eval()(${latent})`,
  );
}

/** The whole program of a run in PyTorch (1.13 and newer), its training loop line by line. */
export function pytorchProgram(h: Hyperparameters, samples: SampleKind, rounds: number): CodeLine[] {
  return [
    ...plain(...imports(h), '', `torch.manual_seed(${h.seed})`),
    ...plain(''),
    ...dataLines(h, samples),
    ...plain(''),
    ...networkLines(h, samples),
    ...plain(''),
    ...optimizerLines(h),
    ...plain(...(h.averageDecay > 0 ? ['shown = copy.deepcopy(generator)'] : []), ''),
    ...loopLines(h, samples, { rounds: `range(${rounds})`, share: '' }),
    ...samplesToLookAt(h, samples),
  ];
}
