import type { Hyperparameters } from '../shared/domain/hyperparameters';
import { unreachable } from '../shared/result';

/**
 * The formula that a line of the discriminator's loss computes, where ℓ is the logit, the score before the sigmoid, and D
 * the probability; without penalties and without label smoothing. */
export function discriminatorFormula({ loss }: Hyperparameters): string {
  switch (loss) {
    case 'nonSaturating':
    case 'saturating':
    case 'naiveLogSigmoid':
      return '-ln D(x) - ln(1 - D(G(z)))';
    case 'leastSquares':
      return '(ℓ(x) - 1)² + ℓ(G(z))²';
    case 'hinge':
      return 'max(0, 1 - ℓ(x)) + max(0, 1 + ℓ(G(z)))';
    case 'wasserstein':
      return 'ℓ(G(z)) - ℓ(x)';
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
      return '(ℓ(G(z)) - 1)²';
    case 'hinge':
    case 'wasserstein':
      return '-ℓ(G(z))';
    default:
      return unreachable(loss);
  }
}
