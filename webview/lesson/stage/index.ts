import './stage.css';

export { phaseDuration } from './choreography/durations';
export { FilmStrip, type FilmStripProps } from './FilmStrip';
export { Stage, type StageProps } from './Stage';
