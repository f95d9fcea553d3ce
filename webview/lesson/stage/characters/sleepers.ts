import { createContext } from 'preact';
import type { Hyperparameters } from '../../../../src/shared/domain/hyperparameters';

/** Whose network takes no steps. */
interface Sleepers {
  readonly forger: boolean;
  readonly inspector: boolean;
}

/** For the figures on the stage. */
export const SleepersContext = createContext<Sleepers>({ forger: false, inspector: false });

/** @param hyperparameters absent while there is no run */
export function sleepersOf(
  hyperparameters: Pick<Hyperparameters, 'generatorSteps' | 'discriminatorSteps'> | undefined,
): Sleepers {
  return {
    forger: hyperparameters?.generatorSteps === 0,
    inspector: hyperparameters?.discriminatorSteps === 0,
  };
}
