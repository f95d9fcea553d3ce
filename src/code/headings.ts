import * as l10n from '@vscode/l10n';
import { phaseName } from '../shared/words/phaseNames';
import { PHASES, type Phase } from '../shared/domain/phases';

/** What stands above the lines of a phase: its number and its name on the rail, so that both can be found. */
export function phaseHeading(phase: Phase): string {
  return `${PHASES.indexOf(phase) + 1} · ${phaseName(phase)}`;
}

/** Why nothing happens in a phase of training. */
export function noSteps(): string {
  return l10n.t('0 steps per round: it does not learn.');
}

/** What the gradient of the generator's loss passes on its way. */
export function hintsComment(): string {
  return l10n.t('the hints: back through him to the pixels of the fakes, and on to her weights');
}
