import { isPictureData, type Hyperparameters } from './hyperparameters';

/** Healthy pictures show 1 to 3 effective modes at round 50, and all of them from about this round on. */
const FIRST_JUDGED_PICTURES = 200;
/** Healthy points need about so long to reach all of eight Gaussians, in rounds that pass twenty times faster. */
const FIRST_JUDGED_POINTS = 800;

/** The round before which no illness of quality is called: until then a healthy run and an ill one look alike. */
export function firstJudgedRound(data: Hyperparameters['data']): number {
  return isPictureData(data) ? FIRST_JUDGED_PICTURES : FIRST_JUDGED_POINTS;
}
