import type { Hyperparameters } from '../shared/domain/hyperparameters';
import { unreachable } from '../shared/result';
import type { CodeFlavour, CodeLine } from './program';
import { pytorchProgram } from './pytorch';
import { samplesOf } from './samples';
import { tensorflowProgram } from './tensorflow';

/** As long as a lesson's run takes to good pictures. */
export const ROUNDS = 800;

/**
 * A program that trains as the engine does with these hyperparameters: the same networks, losses, penalties, optimizers
 * and steps. Its random numbers are the library's own, so it is another run of the same recipe.
 *
 * @param rounds how long it trains
 * @param ownClasses how many classes the learner's own collection has, where it has some
 */
export function writeProgram(
  flavour: CodeFlavour,
  hyperparameters: Hyperparameters,
  rounds = ROUNDS,
  ownClasses?: number,
): CodeLine[] {
  const samples = samplesOf(hyperparameters, ownClasses);
  switch (flavour) {
    case 'pytorch':
      return pytorchProgram(hyperparameters, samples, rounds);
    case 'tensorflow':
      return tensorflowProgram(hyperparameters, samples, rounds);
    default:
      return unreachable(flavour);
  }
}
