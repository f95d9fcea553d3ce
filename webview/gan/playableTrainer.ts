import type { RecordedTrainer } from './history/recordedTrainer';

/** What a player needs of a trainer. */
export type PlayableTrainer = Pick<
  RecordedTrainer,
  | 'backend'
  | 'backendIsLost'
  | 'hyperparameters'
  | 'position'
  | 'start'
  | 'prepareMeasurements'
  | 'runPhase'
  | 'runRound'
  | 'changeLive'
  | 'checkpoint'
  | 'frame'
  | 'latest'
  | 'firstRound'
  | 'lastGoodRound'
  | 'completed'
  | 'jumpTowards'
  | 'branch'
  | 'noteNotFinite'
  | 'walk'
  | 'dispose'
> &
  Partial<Pick<RecordedTrainer, 'showLayers' | 'gameSource'>>;
