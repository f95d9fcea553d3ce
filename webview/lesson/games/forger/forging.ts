import type { DrawnSample, Learned, Scored, Drawing } from '../../../../src/shared/wire/games';
import { unreachable } from '../../../../src/shared/result';
import type { Rgb, Rgba } from './canvas';
import { byHue } from './colourNames';
import { forgetScores, scoreDraft } from './drafts';
import { beginPainting, paint, shownPicture, type PaintAction, type Painting } from './painting';
import { beginPlacing, place, shownPoints, type PlaceAction, type Placing, type Points } from './placing';

/** What a person forges: a picture or points. */
type Easel = Painting | Placing;

/** What was forged before, to go on with. */
export interface Begun {
  readonly picture: Rgba | undefined;
  readonly points: Points | undefined;
}

/** What comes of a hand-in. */
export type Lesson =
  | { readonly kind: 'none' }
  /** The copy of the inspector learns. */
  | { readonly kind: 'learning' }
  | { readonly kind: 'learned'; readonly learned: Learned };

/** The game of a person who forges. */
export interface Forging {
  /** Absent while the studio is prepared. */
  readonly studio: Drawing | undefined;
  readonly easel: Easel | undefined;
  /** The last answer of the inspector. */
  readonly scored: Scored | undefined;
  /** The person wants to see where he looks. */
  readonly looks: boolean;
  /** The person wants to see how the picture would score better. */
  readonly hints: boolean;
  readonly lesson: Lesson;
  /** How many hand-ins the inspector who scores has learned from; 0 for the one of the run. */
  readonly learnedFrom: number;
  /** The best score by the inspector of this round, whenever it was. */
  readonly best: number | undefined;
}

export const NEW_FORGING: Forging = {
  studio: undefined,
  easel: undefined,
  scored: undefined,
  looks: false,
  hints: false,
  lesson: { kind: 'none' },
  learnedFrom: 0,
  best: undefined,
};

export type ForgingAction =
  | {
      readonly type: 'studio';
      readonly studio: Drawing;
      readonly begun: Begun;
      readonly best: number | undefined;
    }
  | { readonly type: 'paint'; readonly action: PaintAction }
  | { readonly type: 'place'; readonly action: PlaceAction }
  | { readonly type: 'scored'; readonly scored: Scored }
  | { readonly type: 'look' }
  | { readonly type: 'hint' }
  /** One stroke along the hint, where there is one for what is shown. */
  | { readonly type: 'followHint' }
  | { readonly type: 'best'; readonly score: number }
  | { readonly type: 'handIn' }
  | { readonly type: 'learned'; readonly learned: Learned }
  /** On with the forgery, against the inspector who has learned. */
  | { readonly type: 'goOn' }
  /** Back to the inspector of the run. */
  | { readonly type: 'forget' };

/** The game after an action; the same object when nothing changed. */
export function forge(state: Forging, action: ForgingAction): Forging {
  const { easel } = state;
  switch (action.type) {
    case 'studio':
      return {
        ...NEW_FORGING,
        studio: action.studio,
        easel: easelOf(action.studio, action.begun),
        best: action.best,
      };
    case 'paint':
      return easel?.kind === 'picture' ? withEasel(state, paint(easel, action.action)) : state;
    case 'place':
      return easel?.kind === 'points' ? withEasel(state, place(easel, action.action)) : state;
    case 'scored':
      return takeScore(state, action.scored);
    case 'look':
      return { ...state, looks: !state.looks };
    case 'hint':
      return { ...state, hints: !state.hints };
    case 'followHint':
      return followHint(state);
    case 'best':
      return { ...state, best: action.score };
    case 'handIn':
      return { ...state, lesson: { kind: 'learning' } };
    case 'learned':
      return withOtherInspector(
        { ...state, lesson: { kind: 'learned', learned: action.learned } },
        state.learnedFrom + 1,
      );
    case 'goOn':
      return { ...state, lesson: { kind: 'none' } };
    case 'forget':
      return withOtherInspector({ ...state, lesson: { kind: 'none' } }, 0);
    default:
      return unreachable(action);
  }
}

/** What is forged as it looks now, and by which number its score will be known. */
export function shownForgery(easel: Easel): { readonly serial: number; readonly drawn: DrawnSample } {
  if (easel.kind === 'picture') {
    const { serial, work } = shownPicture(easel);
    return { serial, drawn: { kind: 'picture', rgba: work } };
  }
  const { serial, work } = shownPoints(easel);
  return { serial, drawn: { kind: 'points', points: work } };
}

/** Whether nothing is being drawn or dragged: what is shown is a draft. */
export function isAtRest(easel: Easel): boolean {
  return easel.kind === 'picture' ? easel.stroke === undefined : easel.drag === undefined;
}

/** Mean P(real) of what was scored. */
export function scoreOf({ probabilities }: Scored): number {
  return probabilities.reduce((sum, probability) => sum + probability, 0) / probabilities.length;
}

/** The answer of the inspector, if it is about what is shown now. */
export function currentScore({ easel, scored }: Forging): Scored | undefined {
  return easel !== undefined && scored?.serial === shownForgery(easel).serial ? scored : undefined;
}

const BLACK: Rgb = [0, 0, 0];

function easelOf({ canvas: easel }: Drawing, { picture, points }: Begun): Easel {
  if (easel.kind === 'points') {
    return beginPlacing(easel.extent, points);
  }
  const { size, palette } = easel;
  const colours = Array.from({ length: palette.length / 3 }, (_, index): Rgb => [
    palette[3 * index] ?? 0,
    palette[3 * index + 1] ?? 0,
    palette[3 * index + 2] ?? 0,
  ]);
  const fits = picture?.length === size * size * 4;
  return beginPainting(size, byHue(colours), colours[0] ?? BLACK, fits ? picture : undefined);
}

function followHint(state: Forging): Forging {
  const { easel } = state;
  const followed = currentScore(state)?.hint?.followed;
  return easel?.kind === 'picture' && followed !== undefined
    ? withEasel(state, paint(easel, { type: 'replace', work: followed.rgba }))
    : state;
}

/** Nobody paints while the inspector learns, or while his lesson is shown. */
function withEasel(state: Forging, easel: Easel): Forging {
  return state.lesson.kind === 'none' && easel !== state.easel ? { ...state, easel } : state;
}

function takeScore(state: Forging, scored: Scored): Forging {
  const { easel } = state;
  if (easel === undefined) {
    return state;
  }
  const score = scoreOf(scored);
  const scoredEasel: Easel =
    easel.kind === 'picture'
      ? { ...easel, drafts: scoreDraft(easel.drafts, scored.serial, score) }
      : { ...easel, drafts: scoreDraft(easel.drafts, scored.serial, score) };
  return { ...state, scored, easel: scoredEasel };
}

/** What the one before said of the strokes cannot be compared with what this one will say. */
function withOtherInspector(state: Forging, learnedFrom: number): Forging {
  const { easel } = state;
  return {
    ...state,
    learnedFrom,
    scored: undefined,
    easel:
      easel &&
      (easel.kind === 'picture'
        ? { ...easel, drafts: forgetScores(easel.drafts) }
        : { ...easel, drafts: forgetScores(easel.drafts) }),
  };
}
