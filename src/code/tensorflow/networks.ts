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

/** A network as a function of its weights: the expressions that make them, and the statements that use them. */
interface WeightedLayers {
  /** Makes each weight, in order. */
  readonly makers: readonly string[];
  /** The name of each weight, in the same order. */
  readonly names: readonly string[];
  /** Change `x` step by step. */
  readonly statements: readonly string[];
}

function activated(kind: Activation): string {
  switch (kind) {
    case 'relu':
      return 'x = tf.relu(x);';
    case 'leakyRelu':
      return 'x = leakyRelu(x);';
    case 'tanh':
      return 'x = tanh(x);';
    default:
      return unreachable(kind);
  }
}

function shapeText(shape: MapShape): string {
  return shape.join(', ');
}

/**
 * @param number of the layer with weights, from 1
 * @param shrink by which factor its first weights are smaller than He et al. have them
 */
function weighted(layer: CodeLayer, number: number, shrink: number): WeightedLayers {
  const [w, b] = [`w${number}`, `b${number}`];
  switch (layer.kind) {
    case 'dense':
      return {
        makers: [
          `weights([${layer.inputs}, ${layer.units}], ${shrink ** 2 * layer.inputs})`,
          `constants(${layer.units}, 0)`,
        ],
        names: [w, b],
        statements: [`x = tf.matMul(x, ${w}).add(${b});`],
      };
    case 'point':
      return {
        makers: [`weights([${layer.size}], ${2 * layer.size})`],
        names: [w],
        statements: [`x = tf.zeros([count, ${layer.size}]).add(${w});`],
      };
    case 'convolution': {
      const filters = layer.output[2];
      return {
        makers: [
          `weights([${FILTER}, ${FILTER}, ${layer.inputs}, ${filters}], ${FILTER * FILTER * layer.inputs})`,
          `constants(${filters}, 0)`,
        ],
        names: [w, b],
        statements: [`x = tf.conv2d(x, ${w}, ${STRIDE}, 'same').add(${b}); // ${shapeText(layer.output)}`],
      };
    }
    case 'transposedConvolution': {
      const filters = layer.output[2];
      const fanIn = shrink ** 2 * (FILTER / STRIDE) ** 2 * layer.inputs;
      return {
        makers: [
          `weights([${FILTER}, ${FILTER}, ${filters}, ${layer.inputs}], ${fanIn})`,
          `constants(${filters}, 0)`,
        ],
        names: [w, b],
        statements: [
          `x = tf.conv2dTranspose(x, ${w}, [count, ${shapeText(layer.output)}], ${STRIDE}, 'same').add(${b});`,
        ],
      };
    }
    case 'batch': {
      const [scale, shift] = [`scale${number}`, `shift${number}`];
      return {
        makers: [`constants(${layer.channels}, 1)`, `constants(${layer.channels}, 0)`],
        names: [scale, shift],
        statements: [`x = batchNormalization(x, ${scale}, ${shift});`],
      };
    }
    case 'reshape':
      return { makers: [], names: [], statements: [`x = x.reshape([count, ${shapeText(layer.output)}]);`] };
    case 'flatten':
      return { makers: [], names: [], statements: [`x = x.reshape([-1, ${layer.units}]);`] };
    case 'activation':
      return { makers: [], names: [], statements: [activated(layer.activation)] };
    default:
      return unreachable(layer);
  }
}

/** The engine draws the first weights of the last layer at half the size, so that the first tanh is not saturated. */
const SHRINK_SAMPLE = 2;

/** All layers in a row; a batch normalization bears the number of the layer before it. */
function inARow(layers: readonly CodeLayer[], shrinkLast = 1): WeightedLayers {
  const hasFilter = ({ kind }: CodeLayer): boolean =>
    kind === 'dense' || kind === 'point' || kind === 'convolution' || kind === 'transposedConvolution';
  const last = layers.findLastIndex(hasFilter);
  let number = 0;
  const parts = layers.map((layer, index) => {
    if (hasFilter(layer)) {
      number++;
    }
    return weighted(layer, number, index === last ? shrinkLast : 1);
  });
  return {
    makers: parts.flatMap(({ makers }) => makers),
    names: parts.flatMap(({ names }) => names),
    statements: parts.flatMap(({ statements }) => statements),
  };
}

function list(name: string, makers: readonly string[]): CodeLine[] {
  return [
    ...plain(`const ${name} = [`),
    ...indented(plain(...makers.map((maker) => `${maker},`)), INDENT),
    ...plain('];'),
  ];
}

function generatorNetwork(h: Hyperparameters, samples: SampleKind): CodeLine[] {
  const { makers, names, statements } = inARow(generatorLayers(h, samples), SHRINK_SAMPLE);
  const needsCount = statements.some((statement) => statement.includes('count'));
  return [
    ...list('generatorWeights', makers),
    ...plain(`function generator(x, [${names.join(', ')}] = generatorWeights) {`),
    ...indented(
      plain(...(needsCount ? ['const [count] = x.shape;'] : []), ...statements, 'return x;'),
      INDENT,
    ),
    ...plain('}'),
  ];
}

function discriminatorNetwork(h: Hyperparameters, samples: SampleKind): CodeLine[] {
  const features = featureLayers(h, samples);
  const inputs = featureCount(features) || (samples.shape[0] ?? 0);
  const { makers, names, statements } = inARow(features);
  const spectral = h.discriminatorNormalization === 'spectral';
  const conditional = samples.classes > 0;
  const hasBias = h.discriminatorNetwork !== 'linear';
  const all = [...names, 'score', ...(hasBias ? ['bias'] : []), ...(conditional ? ['directions'] : [])];
  return [
    ...list('discriminatorWeights', [
      ...makers,
      `weights([${inputs}, 1], ${2 * inputs})`,
      ...(hasBias ? ['constants(1, 0)'] : []),
      ...(conditional ? [`weights([${samples.classes}, ${inputs}], ${2 * inputs})`] : []),
    ]),
    ...(spectral ? spectralNormalization() : []),
    ...plain(`function discriminator(x${conditional ? ', classesOfX' : ''}) {`),
    ...indented(
      plain(
        `const [${all.join(', ')}] = discriminatorWeights${spectral ? '.map(normalized)' : ''};`,
        ...statements,
        ...(conditional
          ? [
              `// ${l10n.t('Scores under a class by a projection (Miyato & Koyama 2018)')}`,
              'const along = tf.sum(x.mul(tf.matMul(classesOfX, directions)), 1, true);',
              'return tf.matMul(x, score).add(bias).add(along);',
            ]
          : [`return tf.matMul(x, score)${hasBias ? '.add(bias)' : ''};`]),
      ),
      INDENT,
    ),
    ...plain('}'),
  ];
}

function spectralNormalization(): CodeLine[] {
  return plain(
    `// ${l10n.t('Weights divided by their largest singular value (Miyato et al. 2018)')}`,
    'const matrix = (w) => w.reshape([-1, w.shape[w.rank - 1]]);',
    'const unit = (v) => v.div(tf.norm(v).add(1e-12));',
    'const singular = discriminatorWeights.map((w) => ({',
    `${INDENT}left: tf.variable(tf.zeros([w.size / w.shape[w.rank - 1], 1]), false),`,
    `${INDENT}right: tf.variable(tf.randomNormal([w.shape[w.rank - 1], 1]), false),`,
    '}));',
    'function followWeights() {',
    `${INDENT}discriminatorWeights.forEach((w, i) => {`,
    `${INDENT}${INDENT}singular[i].left.assign(unit(tf.matMul(matrix(w), singular[i].right)));`,
    `${INDENT}${INDENT}singular[i].right.assign(unit(tf.matMul(matrix(w), singular[i].left, true)));`,
    `${INDENT}});`,
    '}',
    'function normalized(w, i) {',
    `${INDENT}if (w.rank < 2) return w;`,
    `${INDENT}const { left, right } = singular[i];`,
    `${INDENT}return w.div(tf.sum(left.mul(tf.matMul(matrix(w), right))));`,
    '}',
    'for (let i = 0; i < 20; i++) tf.tidy(followWeights);',
  );
}

/** @param uses whether the networks call a function of this name */
function activations(h: Hyperparameters, uses: (name: string) => boolean): string[] {
  const penalised = h.r1Weight > 0 || h.gradientPenaltyWeight > 0;
  const tanh =
    h.discriminatorActivation === 'tanh' && penalised
      ? [
          `// ${l10n.t('The tanh of TensorFlow.js lacks the second derivative that the penalty needs.')}`,
          'const tanh = tf.customGrad((x, save) => {',
          `${INDENT}save([x]);`,
          `${INDENT}const gradFunc = (dy, [saved]) => dy.mul(tf.sub(1, tanh(saved).square()));`,
          `${INDENT}return { value: tf.tanh(x), gradFunc };`,
          '});',
        ]
      : ['const { tanh } = tf;'];
  return [
    // tfjs's own cannot be differentiated twice, which a penalty needs.
    ...(uses('leakyRelu') ? ['const leakyRelu = (x) => x.mul(0.2).add(tf.relu(x).mul(0.8));'] : []),
    ...(uses('tanh') ? tanh : []),
  ];
}

function batchNormalization(): string[] {
  return [
    'function batchNormalization(x, scale, shift) {',
    `${INDENT}const { mean, variance } = tf.moments(x, x.shape.slice(1).map((_, axis) => axis));`,
    `${INDENT}return x.sub(mean).mul(variance.add(1e-5).rsqrt()).mul(scale).add(shift);`,
    '}',
  ];
}

/** `generator` and `discriminator`, as functions of their weights. */
export function networkLines(h: Hyperparameters, samples: SampleKind): CodeLine[] {
  const networks = [...generatorNetwork(h, samples), ...plain(''), ...discriminatorNetwork(h, samples)];
  const uses = (name: string): boolean => networks.some(({ text }) => text.includes(`${name}(`));
  return [
    ...plain(
      `// ${l10n.t('First weights: He et al. 2015')}`,
      'const weights = (shape, fanIn) => tf.variable(tf.randomNormal(shape, 0, Math.sqrt(2 / fanIn)));',
      'const constants = (size, value) => tf.variable(tf.fill([size], value));',
      ...activations(h, uses),
      ...(uses('batchNormalization') ? batchNormalization() : []),
      '',
    ),
    ...networks,
  ];
}
