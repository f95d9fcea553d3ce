import { isPictureData, type Hyperparameters } from './hyperparameters';

/** Healthy pictures show 1 to 3 effective modes at round 50, and all of them from about this round on. */
const FIRST_JUDGED_PICTURES = 200;
/** Healthy points need about so long to reach all of eight Gaussians, in rounds that pass twenty times faster. */
const FIRST_JUDGED_POINTS = 800;

/** The round before which no problem of quality is called: until then a good run and a bad one look alike. */
export function firstJudgedRound(data: Hyperparameters['data']): number {
  return isPictureData(data) ? FIRST_JUDGED_PICTURES : FIRST_JUDGED_POINTS;
}
