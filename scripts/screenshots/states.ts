import type { Page } from 'playwright-core';
import { wholeForm } from '../../test/e2e/formPage';
import { LessonPage } from '../../test/e2e/lessonPage';
import { activityBarItem, runCommand, webviewFrame } from '../../test/e2e/harness';

/** A state of the product that is worth a look. */
export interface State {
  readonly name: string;
  /** The side bar belongs to the picture. */
  readonly sideBar: boolean;
  /** Brings a window in which nothing was done yet into this state. */
  reach(page: Page): Promise<void>;
}

/** A state of the lesson panel, reached from the start of the first lesson. */
function ofPanel(name: string, go: (lesson: LessonPage) => Promise<void>): State {
  return { name, sideBar: false, reach: async (page) => go(await LessonPage.start(page)) };
}

async function throughPhases(lesson: LessonPage, count: number): Promise<void> {
  for (let phase = 0; phase < count; phase++) {
    await lesson.nextPhase();
  }
}

/** Gives a hyperparameter another value in the form. */
async function set(page: Page, name: string, value: string): Promise<void> {
  const form = await webviewFrame(page, '.form');
  const field = form.locator(`[data-hyperparameter=${name}]`);
  const choice = field.locator('select');
  if ((await choice.count()) > 0) {
    await choice.selectOption(value);
    return;
  }
  const input = field.locator('input:not([type=range])');
  await input.fill(value);
  await input.press('Enter');
}

async function restartFromForm(page: Page): Promise<void> {
  const form = await webviewFrame(page, '.form');
  await form.locator('.apply-bar vscode-button').click();
}

export const STATES: readonly State[] = [
  ofPanel('first-open', async () => {}),
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
  ofPanel('looking-back', async (lesson) => {
    await lesson.playTo(60);
    await lesson.press('Home');
    await lesson.frame.locator('.rail .round b', { hasText: /^0$/ }).waitFor();
  }),
  ofPanel('keys', async (lesson) => {
    await lesson.press('?');
    await lesson.frame.locator('dialog[open]').waitFor();
  }),
  ofPanel('take-along', async (lesson) => {
    await lesson.frame.locator('.take-along summary').click();
  }),
  ofPanel('compare', async (lesson) => {
    await lesson.frame.locator('.compare-runs').click();
    const dialog = lesson.frame.locator('dialog.comparison');
    await dialog.locator('.compare').click();
    await dialog.locator('.step-both:not([disabled])').waitFor();
    await dialog.locator('.until-both select').selectOption('100');
    await dialog.locator('.common-round', { hasText: /100$/ }).waitFor({ timeout: 60_000 });
  }),
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
      await set(page, 'latentSize', '8');
    },
  },
  {
    name: 'plane',
    sideBar: true,
    reach: async (page) => {
      await activityBarItem(page, 'GAN Lessons').click();
      await LessonPage.start(page);
      await set(page, 'data', 'eightGaussians');
      await restartFromForm(page);
      await (await LessonPage.find(page)).playTo(300);
    },
  },
];
