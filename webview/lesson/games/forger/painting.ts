import { unreachable } from '../../../../src/shared/result';
import { areaOf, blankCanvas, lineOf, mirrored, painted, type Pixel, type Rgb, type Rgba } from './canvas';
import { addDraft, firstDraft, redoDraft, undoDraft, type Drafts } from './drafts';

const TOOLS = ['pencil', 'fill'] as const;

type Tool = (typeof TOOLS)[number];

/** A picture that a person paints, and what they paint it with. */
export interface Painting {
  readonly kind: 'picture';
  readonly size: number;
  readonly palette: readonly Rgb[];
  readonly ground: Rgb;
  readonly tool: Tool;
  /** Every stroke is made on both sides of the middle. */
  readonly mirror: boolean;
  /** Index in the palette. */
  readonly colour: number;
  /** Where the keyboard paints. */
  readonly cursor: Pixel;
  readonly drafts: Drafts<Rgba>;
  /** The stroke that is being drawn: the picture with it, and where the pencil is. */
  readonly stroke: { readonly serial: number; readonly work: Rgba; readonly at: Pixel } | undefined;
  /** Of the next draft. */
  readonly serial: number;
}

export type PaintAction =
  | { readonly type: 'tool'; readonly tool: Tool }
  | { readonly type: 'mirror' }
  | { readonly type: 'colour'; readonly colour: number }
  /** The pencil comes down here, or the bucket is poured out. */
  | { readonly type: 'begin'; readonly at: Pixel }
  | { readonly type: 'drawTo'; readonly at: Pixel }
  | { readonly type: 'end' }
  /** The keyboard's cursor moves, and draws on the way if it is asked to. */
  | { readonly type: 'move'; readonly by: Pixel; readonly draws: boolean }
  /** The keyboard paints where its cursor is. */
  | { readonly type: 'dab' }
  | { readonly type: 'undo' }
  | { readonly type: 'redo' }
  | { readonly type: 'clear' }
  /** The whole picture in one stroke. */
  | { readonly type: 'replace'; readonly work: Rgba };

/**
 * An empty canvas, or a picture that was begun before.
 *
 * @param ground the colour of an empty canvas
 */
export function beginPainting(size: number, palette: readonly Rgb[], ground: Rgb, begun?: Rgba): Painting {
  const blank = blankCanvas(size, ground);
  return {
    kind: 'picture',
    size,
    palette,
    ground,
    tool: 'pencil',
    mirror: false,
    colour: 0,
    cursor: { x: Math.floor(size / 2), y: Math.floor(size / 2) },
    drafts: firstDraft(begun ?? blank, 0),
    stroke: undefined,
    serial: 1,
  };
}

/** The picture as it looks now, with the stroke that is being drawn. */
export function shownPicture({ drafts, stroke }: Painting): { readonly serial: number; readonly work: Rgba } {
  const draft = drafts.list[drafts.at];
  if (stroke !== undefined || draft === undefined) {
    return stroke ?? { serial: -1, work: new Uint8ClampedArray() };
  }
  return draft;
}

/** The painting after an action; the same object when nothing changed. */
export function paint(state: Painting, action: PaintAction): Painting {
  switch (action.type) {
    case 'tool':
      return { ...state, tool: action.tool };
    case 'mirror':
      return { ...state, mirror: !state.mirror };
    case 'colour':
      return action.colour in state.palette ? { ...state, colour: action.colour } : state;
    case 'begin':
      return begin(end(state), inside(state, action.at));
    case 'drawTo':
      return drawTo(state, inside(state, action.at));
    case 'end':
      return end(state);
    case 'move':
      return move(state, action.by, action.draws);
    case 'dab':
      return end(begin(end(state), state.cursor));
    case 'undo':
      return { ...end(state), drafts: undoDraft(end(state).drafts) };
    case 'redo':
      return { ...end(state), drafts: redoDraft(end(state).drafts) };
    case 'clear':
      return replace(end(state), blankCanvas(state.size, state.ground));
    case 'replace':
      return replace(end(state), action.work);
    default:
      return unreachable(action);
  }
}

function inside({ size }: Painting, { x, y }: Pixel): Pixel {
  const limited = (value: number): number => Math.min(size - 1, Math.max(0, value));
  return { x: limited(x), y: limited(y) };
}

function begin(state: Painting, at: Pixel): Painting {
  const { size, tool, serial } = state;
  const { work } = shownPicture(state);
  const pixels = tool === 'fill' ? areaOf(work, size, at) : [at];
  const stroke = { serial, work: withPixels(state, work, pixels), at };
  return { ...state, cursor: at, serial: serial + 1, stroke };
}

function drawTo(state: Painting, at: Pixel): Painting {
  const { stroke, serial, tool } = state;
  if (stroke === undefined || (stroke.at.x === at.x && stroke.at.y === at.y)) {
    return state;
  }
  if (tool === 'fill') {
    return { ...state, stroke: { ...stroke, at }, cursor: at };
  }
  const work = withPixels(state, stroke.work, lineOf(stroke.at, at));
  return { ...state, cursor: at, serial: serial + 1, stroke: { serial, work, at } };
}

/** A stroke that changed nothing leaves no draft. */
function end(state: Painting): Painting {
  const { stroke, drafts } = state;
  if (stroke === undefined) {
    return state;
  }
  const { serial, work } = stroke;
  const before = drafts.list[drafts.at]?.work;
  return {
    ...state,
    stroke: undefined,
    drafts: work === before ? drafts : addDraft(drafts, { serial, work }),
  };
}

function move(state: Painting, by: Pixel, draws: boolean): Painting {
  const from = state.cursor;
  const to = inside(state, { x: from.x + by.x, y: from.y + by.y });
  // With the bucket nobody draws lines.
  return draws && state.tool === 'pencil'
    ? end(drawTo(begin(end(state), from), to))
    : { ...end(state), cursor: to };
}

function replace(state: Painting, work: Rgba): Painting {
  const { serial, drafts } = state;
  return { ...state, serial: serial + 1, drafts: addDraft(drafts, { serial, work }) };
}

function withPixels(state: Painting, rgba: Rgba, pixels: readonly Pixel[]): Rgba {
  const { size, mirror, palette, colour } = state;
  return painted(rgba, size, mirror ? mirrored(pixels, size) : pixels, palette[colour] ?? [0, 0, 0]);
}
