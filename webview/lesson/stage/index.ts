import './stage.css';

export { phaseDuration } from './choreography/durations';
export { Stage, type StageProps } from './Stage';
