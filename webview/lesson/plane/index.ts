export { PlaneFilmStrip } from './PlaneFilmStrip';
export { PlaneStage, type PlaneStageProps } from './PlaneStage';
