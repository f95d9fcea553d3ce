import { DRAWN_POINTS } from '../../../../src/shared/wire/games';
import { unreachable } from '../../../../src/shared/result';
import { withinView, type Place } from '../../plane/view/projection';
import { addDraft, firstDraft, redoDraft, undoDraft, type Drafts } from './drafts';

/** x and y of one point after the other. */
export type Points = Float32Array<ArrayBuffer>;

/** Points that a person places on the plane. */
export interface Placing {
  readonly kind: 'points';
  /** The plane goes from -extent to extent in both directions. */
  readonly extent: number;
  /** The point that is moved. */
  readonly current: number;
  readonly drafts: Drafts<Points>;
  /** A point that is being dragged: all of them, with it where it is. */
  readonly drag: { readonly serial: number; readonly work: Points } | undefined;
  /** Of the next draft. */
  readonly serial: number;
}

export type PlaceAction =
  | { readonly type: 'choose'; readonly point: number }
  /** A point is taken and dragged to here; `end` lets it go. */
  | { readonly type: 'dragTo'; readonly point: number; readonly to: Place }
  | { readonly type: 'end' }
  /** The keyboard moves the current point. */
  | { readonly type: 'nudge'; readonly by: Place }
  /** All go where the inspector's gradient points them, those that it pushes hardest the farthest. */
  | { readonly type: 'follow'; readonly arrows: Float32Array }
  | { readonly type: 'undo' }
  | { readonly type: 'redo' }
  | { readonly type: 'clear' };

/** Where they lie at first: a ring around the middle, wide enough to tell them apart. */
const FIRST_RADIUS = 0.3;
/** How far the hardest push moves a point, as a share of the extent. */
const STEP = 0.08;

/** The points of a forger who has learned nothing yet, or those that were placed before. */
export function beginPlacing(extent: number, begun?: Points): Placing {
  return {
    kind: 'points',
    extent,
    current: 0,
    drafts: firstDraft(begun ?? firstPoints(extent), 0),
    drag: undefined,
    serial: 1,
  };
}

/** The points as they lie now, with the one that is being dragged. */
export function shownPoints({ drafts, drag }: Placing): { readonly serial: number; readonly work: Points } {
  return drag ?? drafts.list[drafts.at] ?? { serial: -1, work: new Float32Array() };
}

/** Where one of the points lies. */
export function pointAt(points: Float32Array, point: number): Place {
  return { x: points[2 * point] ?? 0, y: points[2 * point + 1] ?? 0 };
}

/** The points after an action; the same object when nothing changed. */
export function place(state: Placing, action: PlaceAction): Placing {
  switch (action.type) {
    case 'choose':
      return action.point >= 0 && action.point < DRAWN_POINTS ? { ...state, current: action.point } : state;
    case 'dragTo':
      return dragTo(state, action.point, action.to);
    case 'end':
      return end(state);
    case 'nudge': {
      const { x, y } = pointAt(shownPoints(state).work, state.current);
      return end(dragTo(state, state.current, { x: x + action.by.x, y: y + action.by.y }));
    }
    case 'follow':
      return follow(end(state), action.arrows);
    case 'undo':
      return { ...end(state), drafts: undoDraft(end(state).drafts) };
    case 'redo':
      return { ...end(state), drafts: redoDraft(end(state).drafts) };
    case 'clear':
      return add(end(state), firstPoints(state.extent));
    default:
      return unreachable(action);
  }
}

function firstPoints(extent: number): Points {
  return Float32Array.from(
    Array.from({ length: DRAWN_POINTS }, (_, point) => {
      const angle = (2 * Math.PI * point) / DRAWN_POINTS;
      return [FIRST_RADIUS * extent * Math.cos(angle), FIRST_RADIUS * extent * Math.sin(angle)];
    }).flat(),
  );
}

function dragTo(state: Placing, point: number, to: Place): Placing {
  const { serial, extent } = state;
  const { x, y } = withinView(extent, to);
  const work = shownPoints(state).work.slice();
  work.set([x, y], 2 * point);
  return { ...state, current: point, serial: serial + 1, drag: { serial, work } };
}

function end(state: Placing): Placing {
  const { drag, drafts } = state;
  return drag === undefined ? state : { ...state, drag: undefined, drafts: addDraft(drafts, drag) };
}

function add(state: Placing, work: Points): Placing {
  const { serial, drafts } = state;
  return { ...state, serial: serial + 1, drafts: addDraft(drafts, { serial, work }) };
}

function follow(state: Placing, arrows: Float32Array): Placing {
  const lengths = Array.from({ length: DRAWN_POINTS }, (_, point) => {
    const { x, y } = pointAt(arrows, point);
    return Math.hypot(x, y);
  });
  const longest = Math.max(...lengths);
  if (longest === 0) {
    return state;
  }
  const work = shownPoints(state).work.slice();
  for (let point = 0; point < DRAWN_POINTS; point++) {
    const [from, by] = [pointAt(work, point), pointAt(arrows, point)];
    const share = (STEP * state.extent) / longest;
    const { x, y } = withinView(state.extent, { x: from.x + share * by.x, y: from.y + share * by.y });
    work.set([x, y], 2 * point);
  }
  return add(state, work);
}
