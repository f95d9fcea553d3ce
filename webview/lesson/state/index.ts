export { litBy, markedPassage, passageNumber } from './lit';
export { momentOf } from './moment';
export type { PanelAction } from './panelAction';
export {
  INITIAL_STATE,
  isFirstOpen,
  isOnPlane,
  type Activity,
  type Choice,
  type Drawing,
  type PanelState,
} from './panelState';
export { reduce } from './reduce';
