import * as l10n from '@vscode/l10n';
import { passageAt } from '../../../src/shared/domain/lesson';
import { PHASES, type Phase } from '../../../src/shared/domain/phases';
import type { Region } from '../../../src/shared/domain/regions';
import type { RunFrame } from '../../../src/shared/wire/run';
import { markedPassage, momentOf, type PanelAction, type PanelState } from '../state';
import type { Store } from '../store';

/** Where a phase is seen, for a lesson that says nothing of it. */
const REGION_OF_PHASE: Readonly<Record<Phase, Region>> = {
  drawReal: 'museum',
  forge: 'easel',
  judge: 'verdict',
  reveal: 'truth',
  trainDiscriminator: 'inspector',
  forgeAgain: 'feedback',
  trainGenerator: 'forger',
};

/** What a person picks out: a passage of the notes, or a part of the stage. */
export class Highlight {
  constructor(private readonly store: Store<PanelState, PanelAction>) {}

  readonly choosePassage = (id: string): void => {
    this.store.dispatch({ type: 'passageChosen', id });
    this.tellOfChoice();
  };

  readonly chooseRegion = (region: Region): void => {
    this.store.dispatch({ type: 'regionChosen', region });
    this.tellOfChoice();
  };

  /** Picks out what the notes say of a phase of the shown round, or where it is seen. */
  readonly choosePhase = (frame: RunFrame, phase: Phase): void => {
    const { lesson } = this.store.state;
    const position = { ...frame.position, phasesDone: PHASES.indexOf(phase) + 1 };
    const passage = lesson && passageAt(lesson, { ...momentOf(frame), position, stepping: true });
    if (passage !== undefined) {
      this.choosePassage(passage.id);
    } else {
      this.chooseRegion(REGION_OF_PHASE[phase]);
    }
  };

  readonly leave = (): void => {
    this.store.dispatch({ type: 'highlightLeft' });
    this.store.dispatch({ type: 'aside', text: l10n.t('Nothing is highlighted.') });
  };

  private tellOfChoice(): void {
    const passage = markedPassage(this.store.state);
    if (passage !== undefined) {
      const text = l10n.t('{0}: marked in the notes and lit on the stage.', passage.title);
      this.store.dispatch({ type: 'aside', text });
    }
  }
}
