import type { Trainer } from './trainer';

/** What a player needs of a trainer. */
export type PlayableTrainer = Pick<
  Trainer,
  | 'backend'
  | 'hyperparameters'
  | 'position'
  | 'start'
  | 'prepareMeasurements'
  | 'runPhase'
  | 'runRound'
  | 'changeLive'
  | 'checkpoint'
  | 'frame'
  | 'dispose'
>;
