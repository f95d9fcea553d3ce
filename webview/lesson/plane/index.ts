export { PlaneStage, type PlaneStageProps } from './PlaneStage';
