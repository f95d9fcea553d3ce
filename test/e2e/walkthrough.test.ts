import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import {
  activityBarItem,
  extensionTitle,
  openWorkbench,
  reloadWindow,
  runCommand,
  screenshot,
  waitUntil,
  webviewFrame,
  type Workbench,
} from './harness';
import { expectToBecome } from './expectations';
import { GamePage } from './gamePage';
import { LessonPage } from './lessonPage';

/** The walkthrough counts faces from this round on. */
const FACES_ROUND = 200;
/** Of a round, as many phases as let one see the inspector learn. */
const PHASES = 5;

const OPENED = 'Open the first lesson';
/** The last step, and where lesson 2 has it. */
const PLAYED = 'Be the inspector yourself';

/** Where VS Code has room for the pictures of a walkthrough. */
const SIZE = { width: 1500, height: 900 };

const WATCHED = 'Watch scribbles become faces';

const TITLES = [OPENED, WATCHED, 'Step through one round', 'Turn a knob and break it', PLAYED];

async function openWalkthrough(page: Page): Promise<void> {
  await runCommand(page, 'GAN: Open Walkthrough');
  await page.locator('.getting-started-step', { hasText: OPENED }).waitFor();
}

/** The titles of the steps that VS Code shows as done. */
async function done(page: Page): Promise<string[]> {
  const steps = page.locator('.getting-started-step:has([role=checkbox][aria-checked=true]) .step-title');
  return (await steps.allInnerTexts()).map((title) => title.trim());
}

describe('A newcomer who follows the walkthrough', () => {
  let workbench: Workbench;
  let page: Page;
  let lesson: LessonPage;

  before(async () => {
    workbench = await openWorkbench({ size: SIZE });
    ({ page } = workbench);
    await openWalkthrough(page);
  });
  after(() => workbench.close());

  it('has done nothing at first, and sees a picture of the stage', async () => {
    assert.deepEqual(await done(page), []);
    await page.locator('.getting-started-media img').waitFor();
    const picture = page.locator('.getting-started-media img');
    await waitUntil('the picture to be loaded', async () =>
      (await picture.evaluate((image) => image instanceof HTMLImageElement && image.naturalWidth > 0))
        ? true
        : undefined,
    );
    await screenshot(page, 'walkthrough');
  });

  it('opens the lesson with its button, watches, steps, turns a knob and plays', async () => {
    await page.locator('.getting-started-step .monaco-button', { hasText: 'Start Lesson' }).click();
    await LessonPage.find(page);
    await openWalkthrough(page);
    await page.locator('.getting-started-step', { hasText: WATCHED }).click();
    await page.locator('.getting-started-step .monaco-button', { hasText: /^Play$/ }).click();
    lesson = await LessonPage.find(page);
    await lesson.reaches(FACES_ROUND);
    await lesson.pause();
    for (let phase = 0; phase < PHASES; phase++) {
      await lesson.nextPhase();
    }
    await activityBarItem(page, extensionTitle).click();
    const form = await webviewFrame(page, '.form');
    const steps = form.locator('[data-hyperparameter=generatorSteps] input:not([type=range])');
    await steps.fill('5');
    await steps.press('Enter');
    await runCommand(page, 'GAN: Be the Inspector');
    const game = new GamePage(page, lesson.frame);
    await game.room.waitFor();
    await game.leave();
  });

  it('finds every step done', async () => {
    await openWalkthrough(page);
    await waitUntil('all steps to be done', async () => {
      const titles = await done(page);
      return titles.length === TITLES.length || undefined;
    });
    assert.deepEqual(await done(page), TITLES);
    await screenshot(page, 'walkthrough-done');
  });
});

describe('A learner who opens the walkthrough late', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await openWorkbench({ size: SIZE });
  });
  after(() => workbench.close());

  const toBeDone = (titles: readonly string[]) =>
    expectToBecome('the done steps', () => done(workbench.page), titles);

  it('finds done what was done before, also by a button in the text of a lesson', async () => {
    const { page } = workbench;
    const lesson = await LessonPage.choose(page, '2. The inspector learns');
    await lesson.section('judge-a-pile').locator('vscode-button').click();
    const game = new GamePage(page, lesson.frame);
    await game.room.waitFor();
    await game.leave();
    await openWalkthrough(page);
    await toBeDone([OPENED, PLAYED]);
  });

  it('finds it done where VS Code itself has not seen it', async () => {
    const { page } = workbench;
    await runCommand(page, 'Developer: Reset Welcome Page Walkthrough Progress');
    await runCommand(page, 'View: Close All Editors');
    await reloadWindow(page, extensionTitle);
    await openWalkthrough(page);
    await toBeDone([OPENED, PLAYED]);
  });
});
