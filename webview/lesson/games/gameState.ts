import type { GameName } from '../../../src/shared/wire/games';
import { unreachable, type Problem } from '../../../src/shared/result';
import { forge, NEW_FORGING, type Forging, type ForgingAction } from './forger/forging';
import type { Mood } from '../stage/view/moods';
import { inspect, NEW_INSPECTION, type Inspection, type InspectionAction } from './inspector/inspection';
import type { GameRecord } from './records';

/** A game that is open over the panel. */
export interface OpenGame {
  readonly name: GameName;
  /** The worker answers under this number. */
  readonly ticket: number;
  /** The run was playing and goes on when the game is left. */
  readonly held: boolean;
  /** Complete rounds of the run. */
  readonly round: number;
  /** How the inspector looks by now. */
  readonly mood: Mood;
  readonly inspection: Inspection;
  readonly forging: Forging;
  /** What was played in this lesson, this hand included. */
  readonly record: GameRecord;
  /** What cannot be had, if something cannot. */
  readonly problem: Problem | undefined;
  /** Said once to screen readers. */
  readonly said: string;
}

export type GameState = OpenGame | undefined;

export type GameAction =
  | {
      readonly type: 'open';
      readonly game: Pick<OpenGame, 'name' | 'ticket' | 'held' | 'round' | 'mood' | 'record'>;
    }
  | { readonly type: 'close' }
  | { readonly type: 'moment'; readonly moment: Pick<OpenGame, 'round' | 'mood'> }
  | { readonly type: 'inspect'; readonly action: InspectionAction }
  | { readonly type: 'forge'; readonly action: ForgingAction }
  | { readonly type: 'record'; readonly record: GameRecord }
  | { readonly type: 'problem'; readonly problem: Problem }
  | { readonly type: 'say'; readonly text: string };

/** The game after an action; the same object when nothing changed. */
export function reduceGame(state: GameState, action: GameAction): GameState {
  if (action.type === 'open') {
    return {
      ...action.game,
      inspection: NEW_INSPECTION,
      forging: NEW_FORGING,
      problem: undefined,
      said: '',
    };
  }
  if (state === undefined) {
    return undefined;
  }
  switch (action.type) {
    case 'close':
      return undefined;
    case 'moment':
      return { ...state, ...action.moment };
    case 'inspect': {
      const inspection = inspect(state.inspection, action.action);
      return inspection === state.inspection ? state : { ...state, inspection };
    }
    case 'forge': {
      const forging = forge(state.forging, action.action);
      return forging === state.forging ? state : { ...state, forging };
    }
    case 'record':
      return { ...state, record: action.record };
    case 'problem':
      return { ...state, problem: action.problem };
    case 'say':
      return { ...state, said: action.text };
    default:
      return unreachable(action);
  }
}
