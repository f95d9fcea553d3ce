import type { JudgedPoints, Optimal, Plane, PlaneLayer, Sheet } from '../../../../src/shared/wire/plane';
import { lastPhase, type Phase } from '../../../../src/shared/domain/phases';
import { unreachable } from '../../../../src/shared/result';
import type { RunFrame } from '../../../../src/shared/wire/run';
import type { Place } from './projection';

/** A point of a batch, with no more than the learner may know in this phase. */
export interface Mark extends Place {
  readonly kind: 'real' | 'forged' | 'unknown';
  /** The discriminator's opinion. */
  readonly probability?: number;
  /** Where it was before the generator's update. */
  readonly from?: Place;
  /** It was not on the plane before this phase. */
  readonly isNew: boolean;
}

export interface ArrowMark extends Place {
  readonly dx: number;
  readonly dy: number;
}

/** What the plane shows of one moment, and nothing else: what is switched off or not yet told is not in it. */
export interface PlanePicture {
  readonly scene: PlaneScene;
  readonly extent: number;
  readonly cells: number;
  readonly field: Float32Array | undefined;
  /** The inspector has been asked; otherwise his opinion of the place is only hinted at. */
  readonly hasJudged: boolean;
  readonly marks: readonly Mark[];
  readonly sheet: Sheet | undefined;
  readonly arrows: readonly ArrowMark[];
  /** The optimal discriminator, for its lines. */
  readonly optimal: Optimal | undefined;
  /** The same, for the shade of the gap; needs the field. */
  readonly gap: Optimal | undefined;
}

/** `start` before any phase, `between` for rounds that passed whole, else the phase that was done last. */
export type PlaneScene = 'start' | 'between' | Phase;

export function planeSceneOf(frame: RunFrame): PlaneScene {
  const phase = lastPhase(frame.position);
  if (phase === undefined) {
    return 'start';
  }
  // Just after a run was resumed between two rounds, nothing of the last one is left.
  const nothingLeft = phase === 'trainGenerator' && frame.plane?.generatorBatch === undefined;
  return (frame.wholeRounds && frame.position.phasesDone === 0) || nothingLeft ? 'between' : phase;
}

/** The picture of a frame; before `reveal` nothing in it depends on which point is real. */
export function pictureOf(frame: RunFrame, plane: Plane, layers: readonly PlaneLayer[]): PlanePicture {
  const scene = planeSceneOf(frame);
  const shows = (layer: PlaneLayer): boolean => layers.includes(layer);
  const secret = scene === 'forge' || scene === 'judge';
  return {
    scene,
    extent: plane.extent,
    cells: plane.cells,
    field: shows('field') ? plane.field : undefined,
    hasJudged: scene !== 'drawReal' && scene !== 'forge',
    marks: marksOf(scene, plane).filter(
      ({ kind }) => kind === 'unknown' || shows(kind === 'forged' ? 'generated' : kind),
    ),
    // Both tell where the forged points are.
    sheet: shows('sheet') && !secret ? plane.sheet : undefined,
    // Before the first round nobody has handed in anything; in the generator's step the points go the way themselves.
    arrows: shows('arrows') && scene !== 'start' && scene !== 'trainGenerator' ? arrowsOf(plane) : [],
    optimal: shows('optimal') && !secret ? plane.optimal : undefined,
    gap: shows('gap') && !secret && plane.field !== undefined ? plane.optimal : undefined,
  };
}

function marksOf(scene: PlaneScene, { real, generated: forged, generatorBatch: handIn }: Plane): Mark[] {
  switch (scene) {
    case 'start':
    case 'between':
      return [...marks(places(real), 'real'), ...marks(places(forged), 'forged')];
    case 'drawReal':
      return appearing(marks(places(real), 'unknown'));
    case 'forge':
      return mixed([...marks(places(real), 'unknown'), ...appearing(marks(places(forged), 'unknown'))]);
    case 'judge':
      return mixed([...marks(judged(real), 'unknown'), ...marks(judged(forged), 'unknown')]);
    case 'reveal':
      return [...marks(judged(real), 'real'), ...marks(judged(forged), 'forged')];
    case 'trainDiscriminator':
      return [...marks(judgedAgain(real), 'real'), ...marks(judgedAgain(forged), 'forged')];
    case 'forgeAgain':
      return [...marks(judgedAgain(real), 'real'), ...appearing(marks(judged(handIn), 'forged'))];
    case 'trainGenerator':
      return [...marks(judgedAgain(real), 'real'), ...moved(handIn)];
    default:
      return unreachable(scene);
  }
}

interface Judged {
  readonly points: Float32Array;
  readonly opinions?: readonly number[] | undefined;
}

const NOTHING: Judged = { points: new Float32Array() };

function places({ points }: JudgedPoints): Judged {
  return { points };
}

function judged(points: JudgedPoints | undefined): Judged {
  return points === undefined ? NOTHING : { points: points.points, opinions: points.probabilities };
}

/** With the opinions after the update that this round has brought. */
function judgedAgain(points: JudgedPoints | undefined): Judged {
  return points === undefined
    ? NOTHING
    : { points: points.points, opinions: points.probabilitiesAfter ?? points.probabilities };
}

function coordinates(points: Float32Array): Place[] {
  return Array.from({ length: points.length / 2 }, (_, index) => ({
    x: points[2 * index] ?? 0,
    y: points[2 * index + 1] ?? 0,
  }));
}

function marks({ points, opinions }: Judged, kind: Mark['kind']): Mark[] {
  return coordinates(points).map((place, index) => {
    const probability = opinions?.[index];
    return { ...place, kind, isNew: false, ...(probability !== undefined && { probability }) };
  });
}

function appearing(shown: readonly Mark[]): Mark[] {
  return shown.map((mark) => ({ ...mark, isNew: true }));
}

/** Points of the hand-in where they are after the update. */
function moved(handIn: Plane['generatorBatch']): Mark[] {
  const after = handIn?.pointsAfter;
  if (handIn === undefined || after === undefined) {
    return marks(judged(handIn), 'forged');
  }
  const before = coordinates(handIn.points);
  return marks({ ...judgedAgain(handIn), points: after }, 'forged').map((mark, index) => {
    const from = before[index];
    return from === undefined ? mark : { ...mark, from };
  });
}

/** In an order that only depends on where the points are, so that it does not tell the kinds apart. */
function mixed(unknown: readonly Mark[]): Mark[] {
  return unknown.toSorted((a, b) => a.x - b.x || a.y - b.y);
}

/** A gradient shorter than this, in logarithms of the score for each unit of the plane, is no hint that anyone could see. */
const FAINTEST = 0.005;

/** The hints that are not too faint; of a collapsed crowd there is often only the same one again and again. */
export function arrowsOf({ arrows, generatorBatch: handIn, generated: forged }: Plane): ArrowMark[] {
  if (arrows === undefined) {
    return [];
  }
  return coordinates(handIn?.points ?? forged.points)
    .map((place, index) => ({ ...place, dx: arrows[2 * index] ?? 0, dy: arrows[2 * index + 1] ?? 0 }))
    .filter(({ dx, dy }) => Math.hypot(dx, dy) >= FAINTEST);
}
