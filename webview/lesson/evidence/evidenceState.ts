import { unreachable } from '../../../src/shared/result';
import type { EvidenceTab } from './tabs';

/** What of the evidence a person looks at. */
export interface EvidenceState {
  readonly tab: EvidenceTab;
  /** Counts how often something else than a tab opened it: it is then brought into view and gets the focus. */
  readonly opened: number;
}

export const INITIAL_EVIDENCE: EvidenceState = { tab: 'progress', opened: 0 };

export type EvidenceAction =
  /** A tab was chosen. */
  | { readonly kind: 'tab'; readonly tab: EvidenceTab }
  /** A key, or a button elsewhere, asks for a tab. */
  | { readonly kind: 'open'; readonly tab: EvidenceTab };

export function reduceEvidence(state: EvidenceState, action: EvidenceAction): EvidenceState {
  switch (action.kind) {
    case 'tab':
      return { ...state, tab: action.tab };
    case 'open':
      return { ...state, tab: action.tab, opened: state.opened + 1 };
    default:
      return unreachable(action);
  }
}
