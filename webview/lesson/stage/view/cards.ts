import type { Pictures, RunFrame } from '../../../../src/shared/wire/run';
import { unreachable } from '../../../../src/shared/result';
import { MOST_CARDS, ROWS, placeCards, type Place } from './placement';
import { sceneOf } from './scene';

/** One picture on the verdict's ruler, with no more than the learner may know in this phase. */
export interface CardView {
  /** Stays the same for the same picture as long as it lies on the ruler. */
  readonly index: number;
  readonly pictures: Pictures;
  /** The discriminator's opinion now, 0 to 1. */
  readonly probability: number;
  /** Its opinion before the update that this phase made. */
  readonly before?: number;
  /** Absent until the truth is told. */
  readonly truth?: 'real' | 'forged';
  /** The truth is told, and the probability stands on the other side of 50 %. */
  readonly wrong: boolean;
  readonly place: Place;
  /** Below it, at the same index: its hint, or what following that alone would have made of it. */
  readonly below?: Pictures;
}

interface Judged {
  readonly pictures: Pictures;
  readonly probabilities: readonly number[];
  readonly before?: readonly number[];
  readonly truth?: readonly boolean[];
  readonly below?: Pictures | undefined;
}

/** Whether an opinion lies on the other side of 50 % than the truth. */
export function isWrong(probability: number, real: boolean): boolean {
  return real ? probability < 0.5 : probability > 0.5;
}

/** What lies on the ruler in this frame, or nothing. */
function judgedOf(frame: RunFrame): Judged | undefined {
  const { batch: pile, generatorBatch: handIn } = frame;
  const scene = sceneOf(frame);
  switch (scene) {
    case 'start':
    case 'drawReal':
    case 'forge':
      return undefined;
    case 'judge':
      return pile?.probabilities && { pictures: pile.pictures, probabilities: pile.probabilities };
    case 'reveal':
      return (
        pile?.probabilities && {
          pictures: pile.pictures,
          probabilities: pile.probabilities,
          truth: pile.truth,
        }
      );
    case 'trainDiscriminator':
      return (
        pile?.probabilities && {
          pictures: pile.pictures,
          probabilities: pile.probabilitiesAfter ?? pile.probabilities,
          before: pile.probabilities,
          truth: pile.truth,
        }
      );
    case 'forgeAgain':
      return (
        handIn && {
          pictures: handIn.pictures,
          probabilities: handIn.probabilities,
          truth: handIn.probabilities.map(() => false),
          below: handIn.hints?.pictures,
        }
      );
    case 'trainGenerator':
      return (
        handIn && {
          pictures: handIn.picturesAfter ?? handIn.pictures,
          probabilities: handIn.probabilitiesAfter ?? handIn.probabilities,
          before: handIn.probabilities,
          truth: handIn.probabilities.map(() => false),
          below: handIn.hints?.followed,
        }
      );
    default:
      return unreachable(scene);
  }
}

/** Cards with another picture below them take the room of both rows. */
export function rowsOf(below: Pictures | undefined): number {
  return below === undefined ? ROWS : 1;
}

/** The cards of a frame, at most as many as there are places. Before `reveal` nothing in them depends on the truth. */
export function cardsOf(frame: RunFrame | undefined): CardView[] {
  const judged = frame && judgedOf(frame);
  if (judged === undefined) {
    return [];
  }
  const probabilities = judged.probabilities.slice(0, Math.min(judged.pictures.count, MOST_CARDS));
  const { below } = judged;
  const places = placeCards(probabilities, rowsOf(below));
  return probabilities.flatMap((probability, index) => {
    const place = places[index];
    if (place === undefined) {
      return [];
    }
    const real = judged.truth?.[index];
    const before = judged.before?.[index];
    return [
      {
        index,
        pictures: judged.pictures,
        probability,
        place,
        wrong: real !== undefined && isWrong(probability, real),
        ...(below !== undefined && { below }),
        ...(before !== undefined && { before }),
        ...(real !== undefined && { truth: real ? ('real' as const) : ('forged' as const) }),
      },
    ];
  });
}

/** Indices of the cards as they lie along the ruler, left to right. */
export function alongTheRuler(cards: readonly CardView[]): number[] {
  return cards
    .toSorted((a, b) => a.place.at - b.place.at || a.place.row - b.place.row)
    .map(({ index }) => index);
}
