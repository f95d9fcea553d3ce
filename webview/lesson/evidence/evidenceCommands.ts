import type { PanelAction, PanelState } from '../state';
import type { Store } from '../store';
import type { EvidenceTab } from './tabs';

/** What a person can ask of the evidence. */
export class EvidenceCommands {
  constructor(private readonly store: Store<PanelState, PanelAction>) {}

  /** Shows another tab. */
  readonly choose = (tab: EvidenceTab): void =>
    this.store.dispatch({ type: 'evidence', action: { kind: 'tab', tab } });

  /** Shows a tab from elsewhere: brings it into view, and the focus to it. */
  readonly open = (tab: EvidenceTab): void =>
    this.store.dispatch({ type: 'evidence', action: { kind: 'open', tab } });
}
