import * as l10n from '@vscode/l10n';
import type { Hyperparameters } from '../../shared/domain/hyperparameters';
import { plain, type CodeLine } from '../program';
import type { SampleKind } from '../samples';

/** Round Gaussians of equal weight: the lines that place their centres, and their standard deviation. */
function gaussians(centres: readonly string[], kinds: number, deviation: number): string[] {
  return [
    ...centres,
    `kind = torch.randint(${kinds}, (ORIGINALS,))`,
    `originals = centres[kind] + ${deviation} * torch.randn(ORIGINALS, 2)`,
  ];
}

/** Points along a curve over t from 0 to 1, blurred; the curve is divided into `kinds` stretches. */
function curve(path: readonly string[], kinds: number, deviation: number): string[] {
  return [
    't = torch.rand(ORIGINALS)',
    ...path,
    `kind = (t * ${kinds}).long()`,
    `originals = torch.stack([x, y], 1) + ${deviation} * torch.randn(ORIGINALS, 2)`,
  ];
}

function onCircle(count: number, radius: number, first: string): string[] {
  return [
    `angle = ${first}2 * torch.pi * torch.arange(${count}) / ${count}`,
    `centres = ${radius === 1 ? '' : `${radius} * `}torch.stack([angle.cos(), angle.sin()], 1)`,
  ];
}

/** The distributions of the engine, in PyTorch; `undefined` for data that a file has to bring along. */
function pointsOf(data: Hyperparameters['data']): string[] | undefined {
  switch (data) {
    case 'onePoint':
      return gaussians(['centres = torch.zeros(1, 2)'], 1, 0.03);
    case 'line':
      return curve(['x, y = 2 * t - 1, t - 0.5'], 4, 0.05);
    case 'twoBlobs':
      return gaussians(['centres = torch.tensor([[-0.6, -0.3], [0.6, 0.3]])'], 2, 0.22);
    case 'ring':
      return curve(['x, y = (2 * torch.pi * t).cos(), (2 * torch.pi * t).sin()'], 8, 0.05);
    case 'threeIslands':
      return gaussians(onCircle(3, 0.85, 'torch.pi / 2 + '), 3, 0.12);
    case 'eightGaussians':
      return gaussians(onCircle(8, 1, ''), 8, 0.05);
    case 'grid25':
      return gaussians(
        ['steps = 0.5 * torch.arange(-2, 3)', 'centres = torch.cartesian_prod(steps, steps)'],
        25,
        0.03,
      );
    case 'twoMoons':
      return curve(
        [
          'angle = torch.pi * (2 * t % 1)',
          'side = 1 - 2 * (t >= 0.5).float()',
          'x, y = side * (0.9 * angle.cos() - 0.45), side * (0.9 * angle.sin() - 0.22)',
        ],
        2,
        0.05,
      );
    case 'spiral':
      return curve(
        [
          'share = (0.02 + 0.98 * t).sqrt()',
          'x = 1.15 * share * (3 * torch.pi * share).cos()',
          'y = 1.15 * share * (3 * torch.pi * share).sin()',
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
      `ORIGINALS = ${h.collectionSize}`,
      ...points.filter((line) => classes > 0 || !line.startsWith('kind = (t')),
      ...(classes > 0 ? [`classes = F.one_hot(kind, ${classes}).float()`] : []),
    );
  }
  const [height, width, channels] = shape;
  const comment =
    kind === 'pictures'
      ? l10n.t('Your own file: pictures [{0}], values from -1 to 1', `N, ${channels}, ${height}, ${width}`)
      : l10n.t('Your own file: points [{0}], roughly from -1 to 1', 'N, 2');
  return plain(
    `# ${comment}`,
    `originals = torch.load("${h.data}.pt")`,
    ...(classes > 0
      ? [
          `# ${l10n.t('Their classes, one-hot [{0}]', `N, ${classes}`)}`,
          `classes = torch.load("${h.data}-classes.pt").float()`,
        ]
      : []),
  );
}
