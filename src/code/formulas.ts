import type { Hyperparameters } from '../shared/domain/hyperparameters';
import { unreachable } from '../shared/result';

/** The formula that a line of the discriminator's loss computes, without penalties and without label smoothing. */
export function discriminatorFormula({ loss }: Hyperparameters): string {
  switch (loss) {
    case 'nonSaturating':
    case 'saturating':
    case 'naiveLogSigmoid':
      return '-ln D(x) - ln(1 - D(G(z)))';
    case 'leastSquares':
      return '(D(x) - 1)² + D(G(z))²';
    case 'hinge':
      return 'max(0, 1 - D(x)) + max(0, 1 + D(G(z)))';
    case 'wasserstein':
      return 'D(G(z)) - D(x)';
    default:
      return unreachable(loss);
  }
}

/** The formula that the line of the generator's loss computes. */
export function generatorFormula({ loss }: Hyperparameters): string {
  switch (loss) {
    case 'nonSaturating':
    case 'naiveLogSigmoid':
      return '-ln D(G(z))';
    case 'saturating':
      return 'ln(1 - D(G(z)))';
    case 'leastSquares':
      return '(D(G(z)) - 1)²';
    case 'hinge':
    case 'wasserstein':
      return '-D(G(z))';
    default:
      return unreachable(loss);
  }
}
