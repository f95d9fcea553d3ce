import * as l10n from '@vscode/l10n';
import type { Hyperparameters } from '../../shared/domain/hyperparameters';
import { plain, type CodeLine } from '../program';
import type { SampleKind } from '../samples';

/** Round Gaussians of equal weight: an expression for their centres [count, 2], and their standard deviation. */
function gaussians(centres: readonly string[], kinds: number, deviation: number): string[] {
  return [
    ...centres,
    `const kind = tf.randomUniform([ORIGINALS], 0, ${kinds}).floor().toInt();`,
    `const originals = tf.gather(centres, kind).add(tf.randomNormal([ORIGINALS, 2], 0, ${deviation}));`,
  ];
}

/** Points along a curve over t from 0 to 1, blurred; the curve is divided into `kinds` stretches. */
function curve(path: readonly string[], kinds: number, deviation: number): string[] {
  return [
    'const t = tf.randomUniform([ORIGINALS]);',
    ...path,
    `const kind = t.mul(${kinds}).floor().toInt();`,
    `const originals = tf.stack([x, y], 1).add(tf.randomNormal([ORIGINALS, 2], 0, ${deviation}));`,
  ];
}

function onCircle(count: number, radius: number, first: string): string[] {
  const angles = `tf.range(0, ${count}).mul((2 * Math.PI) / ${count})${first}`;
  return [
    `const angle = ${angles};`,
    `const centres = tf.stack([angle.cos(), angle.sin()], 1)${radius === 1 ? '' : `.mul(${radius})`};`,
  ];
}

/** The distributions of the engine, in TensorFlow.js; `undefined` for data that a module has to bring along. */
function pointsOf(data: Hyperparameters['data']): string[] | undefined {
  switch (data) {
    case 'onePoint':
      return gaussians(['const centres = tf.zeros([1, 2]);'], 1, 0.03);
    case 'line':
      return curve(['const x = t.mul(2).sub(1);', 'const y = t.sub(0.5);'], 4, 0.05);
    case 'twoBlobs':
      return gaussians(['const centres = tf.tensor2d([[-0.6, -0.3], [0.6, 0.3]]);'], 2, 0.22);
    case 'ring':
      return curve(['const x = t.mul(2 * Math.PI).cos();', 'const y = t.mul(2 * Math.PI).sin();'], 8, 0.05);
    case 'threeIslands':
      return gaussians(onCircle(3, 0.85, '.add(Math.PI / 2)'), 3, 0.12);
    case 'eightGaussians':
      return gaussians(onCircle(8, 1, ''), 8, 0.05);
    case 'grid25':
      return gaussians(
        [
          'const steps = [-1, -0.5, 0, 0.5, 1];',
          'const centres = tf.tensor2d(steps.flatMap((x) => steps.map((y) => [x, y])));',
        ],
        25,
        0.03,
      );
    case 'twoMoons':
      return curve(
        [
          'const side = t.less(0.5).toFloat().mul(2).sub(1);',
          'const angle = t.mul(2).mod(1).mul(Math.PI);',
          'const x = angle.cos().mul(0.9).sub(0.45).mul(side);',
          'const y = angle.sin().mul(0.9).sub(0.22).mul(side);',
        ],
        2,
        0.05,
      );
    case 'spiral':
      return curve(
        [
          'const share = t.mul(0.98).add(0.02).sqrt();',
          'const x = share.mul(3 * Math.PI).cos().mul(share).mul(1.15);',
          'const y = share.mul(3 * Math.PI).sin().mul(share).mul(1.15);',
        ],
        4,
        0.04,
      );
    default:
      return undefined;
  }
}

/** The real samples, `originals`, and in a conditional run their one-hot `classes`. */
export function dataLines(h: Hyperparameters, { kind, shape, classes }: SampleKind): CodeLine[] {
  const points = pointsOf(h.data);
  if (points !== undefined) {
    return plain(
      `const ORIGINALS = ${h.collectionSize};`,
      ...points.filter((line) => classes > 0 || !line.startsWith('const kind = t.')),
      ...(classes > 0 ? [`const classes = tf.oneHot(kind, ${classes}).toFloat();`] : []),
    );
  }
  const comment =
    kind === 'pictures'
      ? l10n.t('Your own file: pictures [{0}], values from -1 to 1', `N, ${shape.join(', ')}`)
      : l10n.t('Your own file: points [{0}], roughly from -1 to 1', 'N, 2');
  return plain(
    `// ${comment}`,
    ...(classes > 0
      ? [
          `// ${l10n.t('Their classes, one-hot [{0}]', `N, ${classes}`)}`,
          `import { originals, classes } from './${h.data}.js';`,
        ]
      : [`import { originals } from './${h.data}.js';`]),
  );
}
