import type { Quality } from '../../../src/shared/domain/measures';
import type { LatentPath } from '../../../src/shared/wire/latent';
import { unreachable } from '../../../src/shared/result';
import type { Pictures } from '../../../src/shared/wire/run';
import type { EvidenceTab } from './tabs';

/** What of the evidence a person looks at. */
export interface EvidenceState {
  readonly tab: EvidenceTab;
  /** Counts how often something else than a tab opened it: it is then brought into view and gets the focus. */
  readonly opened: number;
  /** From one picture of the showcase to another, once it was painted. */
  readonly walk: Pictures | undefined;
  /** A square of latent vectors, once it was painted. */
  readonly grid: Pictures | undefined;
  /** So many pictures of each class that can be ordered, once they were painted. */
  readonly orders: Pictures | undefined;
  /** The pictures of the showcase with truncated noise, once somebody asked for them. */
  readonly truncated: Pictures | undefined;
  readonly truncatedQuality: Quality | undefined;
}

export const INITIAL_EVIDENCE: EvidenceState = {
  tab: 'progress',
  opened: 0,
  walk: undefined,
  grid: undefined,
  orders: undefined,
  truncated: undefined,
  truncatedQuality: undefined,
};

export type EvidenceAction =
  /** A tab was chosen. */
  | { readonly kind: 'tab'; readonly tab: EvidenceTab }
  /** A key, or a button elsewhere, asks for a tab. */
  | { readonly kind: 'open'; readonly tab: EvidenceTab }
  /** Pictures between those of the showcase have come. */
  | {
      readonly kind: 'painted';
      readonly path: LatentPath['kind'];
      readonly pictures: Pictures;
      readonly quality?: Quality | undefined;
    }
  /** Another run begins, which has other pictures. */
  | { readonly kind: 'runStarting' };

export function reduceEvidence(state: EvidenceState, action: EvidenceAction): EvidenceState {
  switch (action.kind) {
    case 'tab':
      return { ...state, tab: action.tab };
    case 'open':
      return { ...state, tab: action.tab, opened: state.opened + 1 };
    case 'painted':
      return {
        ...state,
        [action.path]: action.pictures,
        ...(action.path === 'truncated' && { truncatedQuality: action.quality }),
      };
    case 'runStarting':
      return {
        ...state,
        walk: undefined,
        grid: undefined,
        orders: undefined,
        truncated: undefined,
        truncatedQuality: undefined,
      };
    default:
      return unreachable(action);
  }
}
