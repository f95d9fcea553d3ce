import type { Hyperparameters } from '../shared/domain/hyperparameters';
import { unreachable } from '../shared/result';
import type { CodeFlavour, CodeLine } from './program';
import { pytorchProgram } from './pytorch';
import { tensorflowProgram } from './tensorflow';

/** As long as a lesson's run takes to good pictures. */
const ROUNDS = 800;

/**
 * A program that trains as the engine does with these hyperparameters: the same networks, losses, penalties, optimizers
 * and steps. Its random numbers are the library's own, so it is another run of the same recipe.
 *
 * @param rounds how long it trains
 */
export function writeProgram(
  flavour: CodeFlavour,
  hyperparameters: Hyperparameters,
  rounds = ROUNDS,
): CodeLine[] {
  switch (flavour) {
    case 'pytorch':
      return pytorchProgram(hyperparameters, rounds);
    case 'tensorflow':
      return tensorflowProgram(hyperparameters, rounds);
    default:
      return unreachable(flavour);
  }
}
