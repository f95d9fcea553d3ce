import * as l10n from '@vscode/l10n';
import type { MapShape } from '../../shared/domain/featureMaps';
import type { Hyperparameters } from '../../shared/domain/hyperparameters';
import { unreachable } from '../../shared/result';
import {
  featureCount,
  featureLayers,
  FILTER,
  generatorLayers,
  STRIDE,
  type Activation,
  type CodeLayer,
} from '../layers';
import { indented, plain, type CodeLine } from '../program';
import type { SampleKind } from '../samples';
import { INDENT } from './syntax';

function activation(kind: Activation): string {
  switch (kind) {
    case 'relu':
      return 'nn.ReLU()';
    case 'leakyRelu':
      return 'nn.LeakyReLU(0.2)';
    case 'tanh':
      return 'nn.Tanh()';
    default:
      return unreachable(kind);
  }
}

/** A shape as PyTorch orders it: channels first. */
function channelsFirst([height, width, channels]: MapShape): string {
  return `${channels}, ${height}, ${width}`;
}

function layerLine(layer: CodeLayer): string {
  const filter = `${FILTER}, stride=${STRIDE}, padding=1`;
  switch (layer.kind) {
    case 'dense':
      return `nn.Linear(${layer.inputs}, ${layer.units}),`;
    case 'point':
      return 'Point(),';
    case 'convolution':
      return `nn.Conv2d(${layer.inputs}, ${layer.output[2]}, ${filter}),  # ${channelsFirst(layer.output)}`;
    case 'transposedConvolution':
      return `nn.ConvTranspose2d(${layer.inputs}, ${layer.output[2]}, ${filter}),  # ${channelsFirst(layer.output)}`;
    case 'reshape':
      return `nn.Unflatten(1, (${channelsFirst(layer.output)})),`;
    case 'flatten':
      return 'nn.Flatten(),';
    case 'batch':
      return `nn.BatchNorm${layer.onMaps ? '2d' : '1d'}(${layer.channels}),`;
    case 'activation':
      return `${activation(layer.activation)},`;
    default:
      return unreachable(layer);
  }
}

function sequential(name: string, layers: readonly string[]): CodeLine[] {
  return [...plain(`${name} = nn.Sequential(`), ...indented(plain(...layers), INDENT), ...plain(')')];
}

/** The projection discriminator (Miyato & Koyama 2018), whose score depends on the class. */
function conditionalDiscriminator(features: readonly string[], count: number, classes: number): CodeLine[] {
  const body = [
    ...plain('def __init__(self):'),
    ...indented(
      [
        ...plain('super().__init__()'),
        ...sequential('self.features', features),
        ...plain(
          `self.score = nn.Linear(${count}, 1)`,
          `self.directions = nn.Linear(${classes}, ${count}, bias=False)`,
        ),
      ],
      INDENT,
    ),
    ...plain('', 'def forward(self, samples, classes):'),
    ...indented(
      plain(
        'features = self.features(samples)',
        'along = (features * self.directions(classes)).sum(1, keepdim=True)',
        'return self.score(features) + along',
      ),
      INDENT,
    ),
  ];
  return [
    ...plain('', `# ${l10n.t('Scores under a class by a projection (Miyato & Koyama 2018)')}`),
    ...plain('class Discriminator(nn.Module):'),
    ...indented(body, INDENT),
    ...plain('', '', 'discriminator = Discriminator()'),
  ];
}

/** A generator that learns one point and ignores the noise (Mescheder et al. 2018). */
function pointModule(size: number): CodeLine[] {
  const body = plain(
    'def __init__(self):',
    `${INDENT}super().__init__()`,
    `${INDENT}self.place = nn.Parameter(torch.randn(${size}) / ${size} ** 0.5)`,
    '',
    'def forward(self, latent):',
    `${INDENT}return self.place.expand(len(latent), ${size})`,
  );
  return [
    ...plain(
      `# ${l10n.t('One point, whatever the noise (Mescheder et al. 2018)')}`,
      'class Point(nn.Module):',
    ),
    ...indented(body, INDENT),
    ...plain('', ''),
  ];
}

/** First weights as the engine draws them, whose fan-in of a transposed convolution is not PyTorch's. */
function firstWeights(generator: readonly CodeLayer[], count: number, classes: number): CodeLine[] {
  const sample = generator.findLastIndex(({ kind }) => kind === 'dense' || kind === 'transposedConvolution');
  const score = classes > 0 ? 'discriminator.score' : 'discriminator[-1]';
  return [
    ...plain(
      '',
      `# ${l10n.t('First weights: He et al. 2015, by how many numbers flow into each output')}`,
      'for layer in [*generator.modules(), *discriminator.modules()]:',
    ),
    ...indented(
      plain(
        'if isinstance(layer, nn.ConvTranspose2d):',
        `${INDENT}inputs = ${(FILTER / STRIDE) ** 2} * layer.in_channels`,
        'elif isinstance(layer, (nn.Linear, nn.Conv2d)):',
        `${INDENT}inputs = layer.weight[0].numel()`,
        'else:',
        `${INDENT}continue`,
        'nn.init.normal_(layer.weight, std=(2 / inputs) ** 0.5)',
        'if layer.bias is not None:',
        `${INDENT}nn.init.zeros_(layer.bias)`,
      ),
      INDENT,
    ),
    ...plain('with torch.no_grad():'),
    ...indented(
      plain(
        ...(sample < 0
          ? []
          : [
              `generator[${sample - generator.length}].weight /= 2  # ${l10n.t('keeps the first samples small')}`,
            ]),
        `${score}.weight /= 2 ** 0.5  # ${l10n.t('no activation follows')}`,
        ...(classes > 0 ? [`nn.init.normal_(discriminator.directions.weight, std=${count} ** -0.5)`] : []),
      ),
      INDENT,
    ),
  ];
}

function spectralNormalization(): CodeLine[] {
  return [
    ...plain(
      '',
      `# ${l10n.t('Weights divided by their largest singular value (Miyato et al. 2018)')}`,
      'for layer in list(discriminator.modules()):',
    ),
    ...indented(
      plain('if isinstance(layer, (nn.Linear, nn.Conv2d)):', `${INDENT}spectral_norm(layer)`),
      INDENT,
    ),
  ];
}

/** `generator` and `discriminator`, from their layers to their first weights. */
export function networkLines(h: Hyperparameters, samples: SampleKind): CodeLine[] {
  const features = featureLayers(h, samples);
  const count = featureCount(features) || (samples.shape[0] ?? 0);
  const lines = features.map(layerLine);
  const generator = generatorLayers(h, samples);
  const point = generator.find((layer) => layer.kind === 'point');
  return [
    ...(point ? pointModule(point.size) : []),
    ...sequential('generator', generator.map(layerLine)),
    ...(samples.classes > 0
      ? conditionalDiscriminator(lines, count, samples.classes)
      : sequential('discriminator', [
          ...lines,
          `nn.Linear(${count}, 1${h.discriminatorNetwork === 'linear' ? ', bias=False' : ''}),`,
        ])),
    ...firstWeights(generator, count, samples.classes),
    ...(h.discriminatorNormalization === 'spectral' ? spectralNormalization() : []),
  ];
}
