import type { Page } from 'playwright-core';
import { setHyperparameter, startOnPoints, wholeForm } from '../../test/e2e/formPage';
import { LessonPage } from '../../test/e2e/lessonPage';
import { activityBarItem, runCommand } from '../../test/e2e/harness';
import { PATIENCE_MS, openGame, throughExperiment, throughPhases } from './reaching';

/** A state of the product that is worth a look. */
export interface State {
  readonly name: string;
  /** The side bar belongs to the picture. */
  readonly sideBar: boolean;
  /** A window of half the height, as at a zoom of 200 %: the widths are then halved, too, and pixels doubled. */
  readonly zoomed?: boolean;
  /**
   * Brings a window in which nothing was done yet into this state.
   *
   * @returns what brings it into sight again when the window has another width, where that is needed
   */
  reach(page: Page): Promise<Show | void>;
}

type Show = () => Promise<void>;

/** A state of the lesson panel, reached from the start of the first lesson. */
function ofPanel(name: string, go: (lesson: LessonPage, page: Page) => Promise<Show | void>): State {
  return { name, sideBar: false, reach: async (page) => go(await LessonPage.start(page), page) };
}

/** A state of another lesson. */
function ofLesson(name: string, title: string, go: (lesson: LessonPage) => Promise<Show | void>): State {
  return { name, sideBar: false, reach: async (page) => go(await LessonPage.choose(page, title)) };
}

/** One of the views of how the run goes, after some rounds. */
function ofEvidence(tab: string, shown: string): State {
  return ofPanel(`evidence-${tab}`, async (lesson) => {
    await lesson.playTo(60);
    await lesson.openTab(tab);
    await lesson.frame.locator(shown).first().waitFor();
    return showing(lesson, '#evidence');
  });
}

/** Brings a part of the panel to where it is seen whole. */
function showing(lesson: LessonPage, selector: string): Show {
  return () => lesson.frame.locator(selector).evaluate((part) => part.scrollIntoView({ block: 'center' }));
}

function showingSection(lesson: LessonPage, id: string): Show {
  return showing(lesson, `[data-section=${id}]`);
}

async function compareFor100Rounds(lesson: LessonPage): Promise<void> {
  await lesson.frame.locator('.compare-runs').click();
  const dialog = lesson.frame.locator('dialog.comparison');
  await dialog.locator('.compare').click();
  await dialog.locator('.step-both:not([disabled])').waitFor({ timeout: PATIENCE_MS });
  await dialog.locator('.until-both input').fill('100');
  await dialog.locator('.until-both input').press('Enter');
  await dialog.locator('.common-round', { hasText: /^Round 100/ }).waitFor({ timeout: PATIENCE_MS });
}

const INSPECTOR_LEARNS = '2. The inspector learns';
const ONE_PICTURE = '7. Everyone gets the same picture';

export const STATES: readonly State[] = [
  // The round.
  ofPanel('first-open', async () => {}),
  { ...ofPanel('zoomed', (lesson) => throughPhases(lesson, 4)), zoomed: true },
  ofPanel('judge', (lesson) => throughPhases(lesson, 3)),
  ofPanel('reveal', async (lesson) => {
    await lesson.playTo(40);
    await throughPhases(lesson, 4);
  }),
  ofPanel('scores-flow-back', async (lesson) => {
    await lesson.playTo(40);
    await throughPhases(lesson, 6);
  }),
  ofPanel('round-200', (lesson) => lesson.playTo(200)),

  // Going through the run.
  ofPanel('looking-back', async (lesson) => {
    await lesson.playTo(60);
    await lesson.press('Home');
    await lesson.frame.locator('.rail .round b', { hasText: /^0$/ }).waitFor();
  }),
  ofPanel('run-until', async (lesson) => {
    await lesson.frame.locator('#transport .until select').selectOption('other');
    const dialog = lesson.frame.locator('.until-dialog[open]');
    await dialog.locator('input').fill('100000');
    await dialog.locator('vscode-button').first().click();
    await lesson.frame.locator('.until-progress').waitFor();
  }),
  ofPanel('until-dialog', async (lesson) => {
    await lesson.frame.locator('#transport .until select').selectOption('other');
    const dialog = lesson.frame.locator('.until-dialog[open]');
    await dialog.locator('select').first().selectOption('quality');
  }),
  ofPanel('keys', async (lesson) => {
    await lesson.press('?');
    await lesson.frame.locator('dialog[open]').waitFor();
  }),
  ofPanel('take-along', async (lesson) => {
    await lesson.frame.locator('.take-along summary').click();
  }),

  // How the run goes.
  ofEvidence('progress', '[data-chart=accuracy] canvas'),
  ofEvidence('losses', '[data-chart=losses] canvas'),
  ofEvidence('walk', '.walk-large:not(.absent)'),
  ofEvidence('overview', '[data-box=generator]'),
  ofEvidence('log', '.log li'),
  ofLesson('illness', ONE_PICTURE, async (lesson) => {
    await lesson.section('collapse').locator('vscode-button', { hasText: 'Start and play' }).click();
    await lesson.frame.locator('#diagnosis').waitFor({ timeout: PATIENCE_MS });
    await lesson.frame.locator('vscode-button.play', { hasText: 'Pause' }).click();
    return showing(lesson, '#evidence');
  }),
  ofPanel('compare', compareFor100Rounds),

  // Playing in place of a network.
  ofPanel('inspector-game', async (lesson, page) => {
    await lesson.playTo(40);
    const game = await openGame(page, lesson, 'Inspector');
    await game.room.locator('.stamp-table').waitFor();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowLeft');
  }),
  ofPanel('inspector-game-truth', async (lesson, page) => {
    await lesson.playTo(40);
    const game = await openGame(page, lesson, 'Inspector');
    await game.playHand();
  }),
  ofPanel('forger-game', async (lesson, page) => {
    await lesson.playTo(100);
    const game = await openGame(page, lesson, 'Forger');
    const blank = await game.scoreOtherThan('');
    for (const key of ['m', '.', '.', 'Space', 'Shift+ArrowUp', 'Shift+ArrowUp', 'Shift+ArrowLeft']) {
      await page.keyboard.press(key);
    }
    await game.scoreOtherThan(blank);
    await game.room.locator('.look-switch input').check();
    await game.room.locator('.evidence-overlay').waitFor();
  }),
  ofPanel('forger-game-learned', async (lesson, page) => {
    await lesson.playTo(100);
    const game = await openGame(page, lesson, 'Forger');
    await game.scoreOtherThan('');
    await game.room.locator('.hand-in').click();
    await game.room.locator('.learned').waitFor();
  }),
  {
    name: 'inspector-game-points',
    sideBar: false,
    reach: async (page) => {
      const lesson = await startOnPoints(page, 'ring');
      await lesson.playTo(100);
      await runCommand(page, 'View: Toggle Primary Side Bar Visibility');
      const game = await openGame(page, lesson, 'Inspector');
      await game.playHand();
    },
  },
  {
    name: 'forger-game-points',
    sideBar: false,
    reach: async (page) => {
      const lesson = await startOnPoints(page, 'ring');
      await lesson.playTo(100);
      await runCommand(page, 'View: Toggle Primary Side Bar Visibility');
      const game = await openGame(page, lesson, 'Forger');
      const first = await game.scoreOtherThan('');
      await page.keyboard.press('3');
      await game.room.locator('[data-point="2"]:focus').waitFor();
      for (let step = 0; step < 6; step++) {
        await page.keyboard.press('Shift+ArrowRight');
      }
      await game.scoreOtherThan(first);
    },
  },

  // What there is to do in the notes.
  ofLesson('question', INSPECTOR_LEARNS, async (lesson) => {
    await lesson.answerFirst('what-she-sees');
    await lesson.section('what-she-sees').locator('.answer-feedback').first().waitFor();
    return showingSection(lesson, 'what-she-sees');
  }),
  ofLesson('prediction', INSPECTOR_LEARNS, async (lesson) => {
    await lesson.section('rounds-he-needs').locator('input[type=radio]').first().check();
    return showingSection(lesson, 'rounds-he-needs');
  }),
  ofLesson('prediction-locked', INSPECTOR_LEARNS, async (lesson) => {
    await lesson.answerFirst('rounds-he-needs');
    await lesson.section('rounds-he-needs').locator('.given .chosen').waitFor();
    return showingSection(lesson, 'rounds-he-needs');
  }),
  ofLesson('prediction-revealed', INSPECTOR_LEARNS, async (lesson) => {
    await lesson.answerFirst('rounds-he-needs');
    await lesson.section('rounds-he-needs').locator('.waits vscode-button').click();
    await lesson.section('rounds-he-needs').locator('.answer-feedback').first().waitFor({
      timeout: PATIENCE_MS,
    });
    return showingSection(lesson, 'rounds-he-needs');
  }),
  ofLesson('goal', INSPECTOR_LEARNS, async (lesson) => {
    await lesson.section('both-awake').locator('vscode-button', { hasText: 'Start and play' }).click();
    await lesson.frame
      .locator('.rail .round b', { hasText: /^(2[6-9]|[345]\d)\d$/ })
      .waitFor({ timeout: PATIENCE_MS });
    return showingSection(lesson, 'below-six-tenths');
  }),

  // Beside the panel.
  {
    name: 'code',
    sideBar: false,
    reach: async (page) => {
      const lesson = await LessonPage.start(page);
      await throughPhases(lesson, 4);
      await runCommand(page, 'GAN: Follow in Code');
      await page.getByRole('option').filter({ hasText: 'PyTorch' }).click();
      await page.locator('.view-line').first().waitFor();
    },
  },
  {
    name: 'form',
    sideBar: true,
    reach: async (page) => {
      await activityBarItem(page, 'GAN Lessons').click();
      await LessonPage.start(page);
      await wholeForm(page);
      await setHyperparameter(page, 'latentSize', '8');
    },
  },

  // Points on the plane.
  {
    name: 'plane',
    sideBar: false,
    reach: async (page) => {
      const lesson = await startOnPoints(page, 'eightGaussians');
      await runCommand(page, 'View: Toggle Primary Side Bar Visibility');
      await lesson.playTo(300);
      return showing(lesson, '.plane-region');
    },
  },
  {
    name: 'plane-reveal',
    sideBar: false,
    reach: async (page) => {
      const lesson = await startOnPoints(page, 'threeIslands');
      await runCommand(page, 'View: Toggle Primary Side Bar Visibility');
      await lesson.playTo(100);
      await throughPhases(lesson, 4);
      return showing(lesson, '.plane-region');
    },
  },
  ofLesson('plane-collapse', ONE_PICTURE, async (lesson) => {
    await throughExperiment(lesson, 'hopping', 1000);
    await throughPhases(lesson, 6);
    return showing(lesson, '.plane-region');
  }),
  {
    name: 'drawing',
    sideBar: false,
    reach: async (page) => {
      const lesson = await startOnPoints(page, 'ring');
      await runCommand(page, 'View: Toggle Primary Side Bar Visibility');
      await runCommand(page, 'GAN: Draw Points');
      await lesson.frame.locator('dialog[open]').waitFor();
    },
  },
];
