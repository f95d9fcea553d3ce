import type { Hyperparameters } from '../../shared/domain/hyperparameters';
import { unreachable } from '../../shared/result';

/** L_D without penalties, of the logits `on_real` and `on_fake`; see the engine's `LOSSES`. */
export function discriminatorLoss({ loss, labelSmoothing: smoothing }: Hyperparameters): string {
  switch (loss) {
    case 'nonSaturating':
    case 'saturating':
      return smoothing > 0
        ? `(F.softplus(-on_real) + ${smoothing} * on_real).mean() + F.softplus(on_fake).mean()`
        : 'F.softplus(-on_real).mean() + F.softplus(on_fake).mean()';
    case 'leastSquares':
      return `(on_real - ${smoothing > 0 ? `(1 - ${smoothing})` : '1'}).square().mean() + on_fake.square().mean()`;
    case 'hinge':
      return 'F.relu(1 - on_real).mean() + F.relu(1 + on_fake).mean()';
    case 'wasserstein':
      return 'on_fake.mean() - on_real.mean()';
    case 'naiveLogSigmoid': {
      const onReal = 'torch.log(torch.sigmoid(on_real))';
      const onFake = 'torch.log(1 - torch.sigmoid(on_fake))';
      return smoothing > 0
        ? `-((1 - ${smoothing}) * ${onReal} + ${smoothing} * torch.log(1 - torch.sigmoid(on_real))).mean() - ${onFake}.mean()`
        : `-${onReal}.mean() - ${onFake}.mean()`;
    }
    default:
      return unreachable(loss);
  }
}

/** L_G of the logits `on_fake`. */
export function generatorLoss({ loss }: Hyperparameters): string {
  switch (loss) {
    case 'nonSaturating':
      return 'F.softplus(-on_fake).mean()';
    case 'saturating':
      return '-F.softplus(on_fake).mean()';
    case 'leastSquares':
      return '(on_fake - 1).square().mean()';
    case 'hinge':
    case 'wasserstein':
      return '-on_fake.mean()';
    case 'naiveLogSigmoid':
      return '-torch.log(torch.sigmoid(on_fake)).mean()';
    default:
      return unreachable(loss);
  }
}
