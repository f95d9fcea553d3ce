import * as l10n from '@vscode/l10n';
import { PHASES, type Phase } from '../../shared/domain/phases';
import { REGIONS, type Region } from '../../shared/domain/regions';

const PHASE_WORDS: Readonly<Record<Phase, () => string>> = {
  drawReal: () => l10n.t('The museum lends a batch of real samples.'),
  forge: () => l10n.t('The forger turns noise into a batch of fakes.'),
  judge: () => l10n.t('The inspector scores the shuffled pile without its labels.'),
  reveal: () => l10n.t('The labels are shown and the losses computed.'),
  trainDiscriminator: () => l10n.t('The inspector’s weights step down his loss.'),
  forgeAgain: () =>
    l10n.t(
      'He scores fresh fakes, and the hints flow back to her: the gradient of the score by every pixel.',
    ),
  trainGenerator: () => l10n.t('The forger’s weights step down her loss.'),
};

const REGION_WORDS: Readonly<Record<Region, () => string>> = {
  museum: () => l10n.t('The real samples.'),
  curtain: () => l10n.t('The curtain that keeps the forger from seeing them.'),
  forger: () => l10n.t('The forger herself.'),
  noise: () => l10n.t('The latent vector that she paints from.'),
  easel: () => l10n.t('What she has just painted.'),
  pile: () => l10n.t('The shuffled pile of real and forged samples.'),
  inspector: () => l10n.t('The inspector himself.'),
  verdict: () => l10n.t('The ruler with his verdicts.'),
  truth: () => l10n.t('The stamps that tell the truth, on all cards of the verdict.'),
  feedback: () => l10n.t('What flows back to her: the hints.'),
  storyline: () => l10n.t('The sentence under the stage.'),
  transport: () => l10n.t('The buttons that play, step and restart.'),
  timeline: () => l10n.t('The way back to any round, and the branch from there.'),
  filmstrip: () => l10n.t('The same latent vectors, painted again as the rounds pass.'),
  charts: () => l10n.t('The charts and the other evidence below the controls.'),
  phases: () => l10n.t('The row of the seven phases.'),
  notes: () => l10n.t('The text of the lesson.'),
};

/** What happens in a phase; `undefined` for a word that names none. */
export function describePhase(word: string): string | undefined {
  const phase = PHASES.find((name) => name === word);
  return phase && PHASE_WORDS[phase]();
}

/** What a part of the panel shows; `undefined` for a word that names none. */
export function describeRegion(word: string): string | undefined {
  const region = REGIONS.find((name) => name === word);
  return region && REGION_WORDS[region]();
}
