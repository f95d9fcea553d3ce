import type { SavedRun } from '../../../src/shared/wire/checkpoint';
import type { HyperparameterName, Hyperparameters } from '../../../src/shared/domain/hyperparameters';
import { unreachable, type Problem } from '../../../src/shared/result';
import type { RunFrame, RunStart } from '../../../src/shared/wire/run';

/** The two runs of a comparison: A is the run of the lesson from its beginning, B has one thing changed. */
export const SIDES = ['a', 'b'] as const;

export type SideName = (typeof SIDES)[number];

/** One of the two runs. */
export interface Side {
  readonly hyperparameters: Hyperparameters;
  /** Once its networks exist. */
  readonly start: RunStart | undefined;
  readonly frame: RunFrame | undefined;
  /** With which it can become the run of the lesson. */
  readonly checkpoint: SavedRun | undefined;
}

/** Two runs that are being compared. */
export interface ComparisonState {
  readonly difference: HyperparameterName;
  readonly sides: Readonly<Record<SideName, Side>>;
  /** Both go on by themselves. */
  readonly playing: boolean;
  /** The round at which they stop; absent while they play without end. */
  readonly target: number | undefined;
  /** One of them cannot go on, and so neither does. */
  readonly problem: Problem | undefined;
}

export type ComparisonAction =
  | {
      readonly type: 'begun';
      readonly difference: HyperparameterName;
      readonly hyperparameters: Readonly<Record<SideName, Hyperparameters>>;
    }
  | { readonly type: 'networksReady'; readonly side: SideName; readonly start: RunStart }
  | { readonly type: 'frame'; readonly side: SideName; readonly frame: RunFrame }
  | { readonly type: 'checkpoint'; readonly side: SideName; readonly checkpoint: SavedRun }
  | { readonly type: 'playing'; readonly target: number | undefined }
  | { readonly type: 'standing' }
  | { readonly type: 'stopped'; readonly problem: Problem }
  | { readonly type: 'ended' };

/** The state after an action; `undefined` while nothing is compared. */
export function reduceComparison(
  state: ComparisonState | undefined,
  action: ComparisonAction,
): ComparisonState | undefined {
  if (action.type === 'begun') {
    const { difference, hyperparameters } = action;
    return {
      difference,
      sides: { a: fresh(hyperparameters.a), b: fresh(hyperparameters.b) },
      playing: false,
      target: undefined,
      problem: undefined,
    };
  }
  if (action.type === 'ended' || state === undefined) {
    return undefined;
  }
  switch (action.type) {
    case 'networksReady':
      return withSide(state, action.side, { start: action.start });
    case 'frame':
      return withSide(state, action.side, { frame: action.frame });
    case 'checkpoint':
      return withSide(state, action.side, { checkpoint: action.checkpoint });
    case 'playing':
      return { ...state, playing: true, target: action.target };
    case 'standing':
      return { ...state, playing: false, target: undefined };
    case 'stopped':
      return { ...state, playing: false, target: undefined, problem: action.problem };
    default:
      return unreachable(action);
  }
}

function fresh(hyperparameters: Hyperparameters): Side {
  return { hyperparameters, start: undefined, frame: undefined, checkpoint: undefined };
}

function withSide(state: ComparisonState, name: SideName, change: Partial<Side>): ComparisonState {
  return { ...state, sides: { ...state.sides, [name]: { ...state.sides[name], ...change } } };
}

/** Whether both runs can be seen and told to go on. */
export function isReady({ sides, problem }: ComparisonState): boolean {
  return problem === undefined && SIDES.every((name) => sides[name].frame !== undefined);
}

/** The round that both have reached. */
export function commonRound({ sides }: ComparisonState): number {
  return Math.min(...SIDES.map((name) => sides[name].frame?.position.round ?? 0));
}
