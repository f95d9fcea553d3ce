import { passagesOf, type Passage } from '../../../src/shared/domain/lesson';
import { PHASES } from '../../../src/shared/domain/phases';
import { NOTHING_LIT, type Lit } from '../litRegions';
import type { Choice, PanelState } from './panelState';

/** The marked passage: the chosen one, else the one that belongs to the moment. */
export function markedPassage({ lesson, choice, told }: PanelState): Passage | undefined {
  if (lesson === undefined || choice?.kind === 'region' || choice?.kind === 'nothing') {
    return undefined;
  }
  const id = choice?.id ?? told;
  return passagesOf(lesson).find((passage) => passage.id === id);
}

/** The number that a passage shares with its phase, from 1 to 7. */
export function passageNumber({ condition }: Passage): number | undefined {
  return condition.phase && PHASES.indexOf(condition.phase) + 1;
}

/** What a passage and the person's choice light: of the passage of the moment, only the most important part. */
export function litBy(passage: Passage | undefined, choice: Choice | undefined): Lit {
  if (choice?.kind === 'region') {
    return { regions: [choice.region] };
  }
  if (passage === undefined) {
    return NOTHING_LIT;
  }
  const number = passageNumber(passage);
  const regions = choice?.kind === 'passage' ? passage.regions : passage.regions.slice(0, 1);
  return number === undefined ? { regions } : { regions, number };
}
