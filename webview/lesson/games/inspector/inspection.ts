import type { Dealt, Judged } from '../../../../src/shared/wire/games';
import { unreachable } from '../../../../src/shared/result';
import { isWrong } from '../../stage/view/cards';

/** What a person takes a sample for. */
export type Stamp = 'real' | 'forged';

/** One hand of the game: samples to be stamped, then the truth about them. */
export interface Inspection {
  /** Absent while the cards are dealt. */
  readonly dealt: Dealt | undefined;
  /** One for each sample. */
  readonly stamps: readonly (Stamp | undefined)[];
  /** The sample that is looked at. */
  readonly current: number;
  /** What undo takes back, the latest last. */
  readonly trail: readonly { readonly card: number; readonly before: Stamp | undefined }[];
  /** The person has asked for the truth. */
  readonly asked: boolean;
  /** The truth, once it is told. */
  readonly judged: Judged | undefined;
}

export const NEW_INSPECTION: Inspection = {
  dealt: undefined,
  stamps: [],
  current: 0,
  trail: [],
  asked: false,
  judged: undefined,
};

export type InspectionAction =
  | { readonly type: 'deal' }
  | { readonly type: 'dealt'; readonly dealt: Dealt }
  | { readonly type: 'stamp'; readonly stamp: Stamp }
  | { readonly type: 'undo' }
  | { readonly type: 'look'; readonly card: number }
  | { readonly type: 'ask' }
  | { readonly type: 'judged'; readonly judged: Judged };

/** The hand after an action; the same object when nothing changed. */
export function inspect(state: Inspection, action: InspectionAction): Inspection {
  switch (action.type) {
    case 'deal':
      return NEW_INSPECTION;
    case 'dealt':
      return {
        ...NEW_INSPECTION,
        dealt: action.dealt,
        stamps: Array.from({ length: cardCount(action.dealt) }, () => undefined),
      };
    case 'stamp':
      return stamp(state, action.stamp);
    case 'undo': {
      const last = state.trail.at(-1);
      return last === undefined || state.asked
        ? state
        : {
            ...state,
            stamps: state.stamps.with(last.card, last.before),
            current: last.card,
            trail: state.trail.slice(0, -1),
          };
    }
    case 'look':
      return action.card in state.stamps ? { ...state, current: action.card } : state;
    case 'ask':
      return isComplete(state) ? { ...state, asked: true } : state;
    case 'judged':
      return state.asked ? { ...state, judged: action.judged, current: 0 } : state;
    default:
      return unreachable(action);
  }
}

/** How many samples were dealt. */
export function cardCount({ samples }: Dealt): number {
  return samples.kind === 'pictures' ? samples.pictures.count : samples.points.length / 2;
}

/** Whether there is a stamp on every sample. */
export function isComplete({ dealt, stamps }: Inspection): boolean {
  return dealt !== undefined && stamps.every((given) => given !== undefined);
}

/** How many samples have a stamp. */
export function stampedCount({ stamps }: Inspection): number {
  return stamps.filter((given) => given !== undefined).length;
}

function stamp(state: Inspection, given: Stamp): Inspection {
  const { current, stamps, trail, asked } = state;
  if (asked || !(current in stamps)) {
    return state;
  }
  const after = stamps.with(current, given);
  return {
    ...state,
    stamps: after,
    trail: [...trail, { card: current, before: stamps[current] }],
    current: nextToStamp(after, current) ?? current,
  };
}

/** The next sample without a stamp, from the one after `from` on and around. */
function nextToStamp(stamps: readonly (Stamp | undefined)[], from: number): number | undefined {
  for (let step = 1; step <= stamps.length; step++) {
    const card = (from + step) % stamps.length;
    if (stamps[card] === undefined) {
      return card;
    }
  }
  return undefined;
}

/** One sample with everything that is known of it when the truth is told. */
export interface JudgedCard {
  readonly card: number;
  readonly truth: Stamp;
  readonly yours: Stamp;
  readonly youAreRight: boolean;
  /** P(real) by the inspector. */
  readonly probability: number;
  /** At exactly 50 % he is not wrong. */
  readonly heIsRight: boolean;
}

/** The cards when the truth is told; empty before. */
export function judgedCards({ judged, stamps }: Inspection): JudgedCard[] {
  return (judged?.truth ?? []).map((isReal, card) => {
    const truth = isReal ? 'real' : 'forged';
    const yours = stamps[card] ?? 'forged';
    const probability = judged?.probabilities[card] ?? 0;
    return {
      card,
      truth,
      yours,
      youAreRight: yours === truth,
      probability,
      heIsRight: !isWrong(probability, isReal),
    };
  });
}

/** How many samples each was right about. */
export interface Tally {
  readonly total: number;
  readonly yours: number;
  readonly his: number;
  /** Samples that both took for the same wrong thing, and those that only one of them did. */
  readonly bothWrong: number;
  readonly onlyYouWrong: number;
  readonly onlyHeWrong: number;
  /** On the plane: what the rule p > q would have got right. */
  readonly best?: number;
}

/** The result of a hand, once the truth is told. */
export function tallyOf(state: Inspection): Tally {
  const cards = judgedCards(state);
  const count = (test: (card: JudgedCard) => boolean): number => cards.filter(test).length;
  const { judged } = state;
  const optimal = judged?.plane?.optimal;
  return {
    total: cards.length,
    yours: count(({ youAreRight }) => youAreRight),
    his: count(({ heIsRight }) => heIsRight),
    bothWrong: count(({ youAreRight, heIsRight }) => !youAreRight && !heIsRight),
    onlyYouWrong: count(({ youAreRight, heIsRight }) => !youAreRight && heIsRight),
    onlyHeWrong: count(({ youAreRight, heIsRight }) => youAreRight && !heIsRight),
    ...(optimal && {
      best: optimal.filter((probability, card) => !isWrong(probability, judged?.truth[card] ?? false)).length,
    }),
  };
}
