import * as l10n from '@vscode/l10n';
import { ACTIVITIES, type ActivityName } from '../../shared/domain/lesson';

const WORDS: Readonly<Record<ActivityName, () => string>> = {
  inspectorGame: () => l10n.t('A game: tell originals from forgeries yourself.'),
  forgerGame: () => l10n.t('A game: paint something that the inspector takes for real.'),
  compare: () => l10n.t('Two runs side by side.'),
  code: () => l10n.t('The code of the phase, beside the stage.'),
  charts: () => l10n.t('The measures of the run over its rounds.'),
  latentWalk: () => l10n.t('A walk from one latent vector to another.'),
  overview: () => l10n.t('Many samples at a time.'),
  drawPoints: () => l10n.t('A pad on which to draw a distribution of points.'),
  ownPictures: () => l10n.t('A folder of your own pictures to train on.'),
  sweep: () => l10n.t('Runs with several seeds and values, trained in the background and compared.'),
};

/** What an activity opens; `undefined` for a word that names none. */
export function describeActivity(word: string): string | undefined {
  const activity = ACTIVITIES.find((name) => name === word);
  return activity && WORDS[activity]();
}
