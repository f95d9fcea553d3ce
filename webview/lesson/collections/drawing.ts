import { MOST_POINTS, PLANE_REACH } from '../../../src/shared/domain/collection';
import { unreachable } from '../../../src/shared/result';

/** A place on the plane: x to the right and y upwards, both from -1.2 to 1.2. */
export type PlanePoint = readonly [x: number, y: number];

/** Points that a person draws, stroke by stroke. */
export interface DrawingState {
  /** Each stroke is what one undo takes back. */
  readonly strokes: readonly (readonly PlanePoint[])[];
  /** Where the keyboard draws. */
  readonly cursor: PlanePoint;
  /** How many points fall at a time. */
  readonly spray: number;
  /** Where the pencil was last put down in the stroke that is being drawn. */
  readonly pencil: PlanePoint | undefined;
}

export const MOST_SPRAY = 20;
/** Sprayed points fall into a disc of this radius; a single one falls where it is put. */
const SPRAY_RADIUS = 0.08;
/** The pencil drops points again when it has moved so far. */
const DROP_DISTANCE = 0.04;

export type DrawingAction =
  /** The pencil comes down here: a stroke begins. */
  | { readonly type: 'begin'; readonly at: PlanePoint }
  /** It is drawn to here. */
  | { readonly type: 'drawTo'; readonly at: PlanePoint }
  | { readonly type: 'end' }
  /** The keyboard's cursor moves, and draws on the way if it is asked to. */
  | { readonly type: 'moveCursor'; readonly by: PlanePoint; readonly draws: boolean }
  /** Points fall where the keyboard's cursor is. */
  | { readonly type: 'drop' }
  | { readonly type: 'spray'; readonly amount: number }
  | { readonly type: 'undo' }
  | { readonly type: 'clear' };

/** @param points to go on from, x and y in turn */
export function startDrawing(points: Float32Array): DrawingState {
  const stroke = Array.from({ length: points.length / 2 }, (_, i) =>
    onPad([points[2 * i] ?? 0, points[2 * i + 1] ?? 0]),
  );
  return { strokes: stroke.length > 0 ? [stroke] : [], cursor: [0, 0], spray: 5, pencil: undefined };
}

/** @param random numbers from 0 to 1, for where sprayed points fall */
export function draw(state: DrawingState, action: DrawingAction, random: () => number): DrawingState {
  switch (action.type) {
    case 'begin':
      return begin(state, onPad(action.at), random);
    case 'drawTo': {
      const at = onPad(action.at);
      const { pencil } = state;
      return pencil && distance(pencil, at) >= DROP_DISTANCE
        ? extend({ ...state, pencil: at, cursor: at }, at, random)
        : state;
    }
    case 'end':
      return { ...state, pencil: undefined };
    case 'moveCursor': {
      const cursor = onPad([state.cursor[0] + action.by[0], state.cursor[1] + action.by[1]]);
      const moved = { ...state, cursor, pencil: undefined };
      return action.draws ? begin(moved, cursor, random) : moved;
    }
    case 'drop':
      return begin(state, state.cursor, random);
    case 'spray':
      return { ...state, spray: Math.min(MOST_SPRAY, Math.max(1, Math.round(action.amount))) };
    case 'undo':
      return { ...state, strokes: state.strokes.slice(0, -1), pencil: undefined };
    case 'clear':
      return { ...state, strokes: [], pencil: undefined };
    default:
      return unreachable(action);
  }
}

export function countPoints({ strokes }: DrawingState): number {
  return strokes.reduce((sum, stroke) => sum + stroke.length, 0);
}

/** All points, x and y in turn, in the order in which they were drawn. */
export function drawnPoints({ strokes }: DrawingState): Float32Array<ArrayBuffer> {
  return Float32Array.from(strokes.flat(2));
}

function begin(state: DrawingState, at: PlanePoint, random: () => number): DrawingState {
  return extend({ ...state, strokes: [...state.strokes, []], pencil: at, cursor: at }, at, random);
}

/** Lets points fall around a place, into the last stroke, as many as there is room for. */
function extend(state: DrawingState, at: PlanePoint, random: () => number): DrawingState {
  const { strokes, spray } = state;
  const room = Math.max(0, MOST_POINTS - countPoints(state));
  const fallen = Array.from({ length: Math.min(spray, room) }, () =>
    spray === 1 ? at : onPad(inDisc(at, random)),
  );
  const last = [...(strokes.at(-1) ?? []), ...fallen];
  return { ...state, strokes: last.length > 0 ? [...strokes.slice(0, -1), last] : strokes.slice(0, -1) };
}

/** A point of a disc, all its parts being equally likely. */
function inDisc([x, y]: PlanePoint, random: () => number): PlanePoint {
  const radius = SPRAY_RADIUS * Math.sqrt(random());
  const angle = 2 * Math.PI * random();
  return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
}

function onPad([x, y]: PlanePoint): PlanePoint {
  const clamp = (value: number): number => Math.min(PLANE_REACH, Math.max(-PLANE_REACH, value));
  return [clamp(x), clamp(y)];
}

function distance(one: PlanePoint, other: PlanePoint): number {
  return Math.hypot(one[0] - other[0], one[1] - other[1]);
}
