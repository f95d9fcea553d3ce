import * as l10n from '@vscode/l10n';
import { unreachable } from '../../../../src/shared/result';
import type { RunFrame } from '../../../../src/shared/wire/run';
import { cardsOf, type CardView } from './cards';
import { mistakesOf } from './mistakes';
import { sceneOf, type Scene } from './scene';
import { mean } from './words';

/** Mean distances of the opinions from 50 % that count as guessing, and as being sure. */
const GUESSING = 0.1;
const SURE = 0.3;

/** From so much more P(real) on the forgeries of one step have clearly got better, in the inspector's eyes. */
export const CLEARLY_BETTER = 0.1;

function howSure(cards: readonly CardView[]): string {
  const certainty = mean(cards.map(({ probability }) => Math.abs(probability - 0.5)));
  if (certainty < GUESSING) {
    return l10n.t('I really cannot tell.');
  }
  return certainty < SURE ? l10n.t('I have a hunch.') : l10n.t('I am quite sure.');
}

/** Of the whole pile, as the tally beside him tells it, and how many of those can be seen. */
function howItWent(frame: RunFrame | undefined): string {
  const mistakes = frame && mistakesOf(frame);
  const fooledBy = mistakes?.aboutForgeries.wrong ?? 0;
  const doubted = mistakes?.aboutReal.wrong ?? 0;
  const shown = cardsOf(frame).filter(({ truth, wrong }) => wrong && truth === 'forged').length;
  if (fooledBy > 1 && fooledBy > shown) {
    return l10n.t('Oh! {0} fooled me, {1} shown.', fooledBy, shown);
  }
  if (fooledBy > 1) {
    return l10n.t('Oh! {0} forgeries fooled me.', fooledBy);
  }
  if (fooledBy === 1) {
    return l10n.t('Hm! One of them fooled me.');
  }
  if (doubted > 1) {
    return l10n.t('I doubted {0} real ones.', doubted);
  }
  return doubted === 1 ? l10n.t('I doubted a real one.') : l10n.t('All right, every one!');
}

function whatChanged(cards: readonly CardView[]): string {
  const change = mean(cards.map(({ probability, before }) => probability - (before ?? probability)));
  if (change === 0) {
    return l10n.t('These look just the same.');
  }
  if (change < 0) {
    return l10n.t('These look even less real.');
  }
  return change < CLEARLY_BETTER
    ? l10n.t('These look a bit better.')
    : l10n.t('These look much better to me.');
}

/** Scenes in which the inspector speaks of the cards. There are none just after a run was resumed. */
function isAboutCards(scene: Scene): boolean {
  return scene !== 'start' && scene !== 'drawReal' && scene !== 'forge';
}

/** What the inspector says: at most six words, never the only carrier of anything. */
export function inspectorSays(frame: RunFrame | undefined): string {
  const cards = cardsOf(frame);
  const scene = sceneOf(frame);
  if (cards.length === 0 && isAboutCards(scene)) {
    return l10n.t('Real… or fake?');
  }
  switch (scene) {
    case 'start':
      return l10n.t('Real… or fake?');
    case 'drawReal':
      return frame?.recentAccuracy === undefined ? l10n.t('I know nothing yet.') : l10n.t('Real… or fake?');
    case 'forge':
      return frame?.recentAccuracy === undefined
        ? l10n.t('I can only guess.')
        : l10n.t('Now hand me the pile.');
    case 'judge':
      return howSure(cards);
    case 'reveal':
      return howItWent(frame);
    case 'trainDiscriminator':
      return l10n.t('Next time I look closer.');
    case 'forgeAgain':
      return l10n.t('Here is how to fool me.');
    case 'trainGenerator':
      return whatChanged(cards);
    default:
      return unreachable(scene);
  }
}
