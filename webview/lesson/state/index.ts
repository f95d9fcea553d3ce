export { litBy, markedPassage, momentOf, passageNumber } from './moment';
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
