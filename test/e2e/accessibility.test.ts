import assert from 'node:assert/strict';
import { themes, type Theme } from '../vscode/settings';
import { accessibilityFaults } from './axe';
import { expectToBecome } from './expectations';
import { GamePage } from './gamePage';
import {
  activityBarItem,
  extensionTitle,
  openWorkbench,
  runCommand,
  setTheme,
  type Workbench,
} from './harness';
import { wholeForm } from './formPage';
import { LessonPage } from './lessonPage';

const allThemes = Object.keys(themes).filter((name): name is Theme => name in themes);

/** Beside the side bar, a panel of 400 pixels; and a window of 1,280 times 800 pixels at a zoom of 200 %. */
const NARROW = { width: 750, height: 900 };
const ZOOMED = { width: 640, height: 400 };
const USUAL = { width: 1280, height: 800 };

describe('axe-core finds nothing wrong', () => {
  for (const theme of allThemes) {
    describe(`in the theme ${theme}`, () => {
      let workbench: Workbench;
      let lesson: LessonPage;

      before(async () => {
        workbench = await openWorkbench({ theme });
        // A thing that moves has the colours of no moment that stays.
        await workbench.page.emulateMedia({ reducedMotion: 'reduce' });
        await activityBarItem(workbench.page, extensionTitle).click();
        lesson = await LessonPage.start(workbench.page);
      });
      after(() => workbench.close());

      async function expectNothing(within?: string): Promise<void> {
        await lesson.atRest();
        assert.deepEqual(await accessibilityFaults(lesson.frame, within), []);
      }

      it('with the panel before the first round', () => expectNothing());

      it('with a term of the notes explained', async () => {
        await lesson.frame.locator('.notes-text .term').first().click();
        await lesson.frame.locator('#tip').waitFor();
        await expectNothing();
        await lesson.press('Escape');
        await lesson.frame.locator('#tip').waitFor({ state: 'detached' });
      });

      it('with the panel after each phase', async () => {
        for (let phase = 1; phase <= 7; phase++) {
          await lesson.nextPhase();
          await expectNothing();
        }
      });

      it('with the panel after many rounds', async () => {
        await lesson.playTo(30);
        await expectNothing();
      });

      it('with one column, in a panel of 400 pixels and at a zoom of 200 %', async () => {
        await workbench.page.setViewportSize(NARROW);
        await lesson.frame.locator('.way-line').waitFor();
        await expectNothing();
        for (let phase = 1; phase <= 4; phase++) {
          await lesson.nextPhase();
        }
        await expectNothing();
        await workbench.page.setViewportSize(ZOOMED);
        await expectNothing();
        await workbench.page.setViewportSize(USUAL);
        await lesson.frame.locator('.way-line').waitFor({ state: 'detached' });
      });

      it('with each view of how the run goes', async () => {
        for (const [tab, shown] of [
          ['losses', '.chart canvas'],
          ['walk', '.walk-large:not(.absent)'],
          ['overview', '[data-box=generator]'],
          ['log', '.log li'],
        ] as const) {
          await lesson.openTab(tab);
          await lesson.frame.locator(`#evidence ${shown}`).first().waitFor();
          await expectNothing('#evidence');
        }
      });

      it('with a question answered wrongly, a prediction given, and a goal', async () => {
        await lesson.answerFirst('first-face');
        await lesson.section('first-face').locator('.given .chosen').waitFor();
        await lesson.answerFirst('where-is-portrait-7');
        await lesson.section('where-is-portrait-7').locator('.answer-feedback').first().waitFor();
        await lesson.section('faces-by-200').waitFor();
        await expectNothing('.notes-text');
      });

      it('with the panel while it looks back', async () => {
        await lesson.press('Home');
        await expectToBecome('round 0', () => lesson.round(), 0);
        await expectNothing();
      });

      it('with the help open', async () => {
        await lesson.press('?');
        await lesson.frame.locator('dialog[open]').waitFor();
        await expectNothing();
        await lesson.press('Escape');
        await lesson.frame.locator('dialog[open]').waitFor({ state: 'detached' });
      });

      it('with the menu of what can be taken along', async () => {
        await lesson.frame.locator('.take-along summary').click();
        await lesson.frame.locator('.take-along[open]').waitFor();
        await expectNothing();
        await lesson.press('Escape');
        await lesson.frame.locator('.take-along:not([open])').waitFor();
      });

      it('with two runs compared', async () => {
        await lesson.frame.locator('.compare-runs').click();
        const dialog = lesson.frame.locator('dialog.comparison');
        await dialog.waitFor();
        await expectNothing();
        await dialog.locator('.compare').click();
        await dialog.locator('.compared-round').nth(1).waitFor({ timeout: 60_000 });
        await dialog.locator('.step-both').click();
        await dialog.locator('.chart').first().waitFor({ timeout: 60_000 });
        await expectNothing();
        await lesson.press('Escape');
        await dialog.waitFor({ state: 'detached' });
      });

      it('with the inspector’s game, before and after the truth', async () => {
        const { page } = workbench;
        await runCommand(page, 'GAN: Be the Inspector');
        const game = new GamePage(page, lesson.frame);
        await game.room.locator('.stamp-table').waitFor();
        await game.stamp('f');
        await expectNothing();
        await game.takeBack();
        await game.playHand();
        await expectNothing();
        await game.leave();
      });

      it('with the forger’s game, also when he looks and when he has learned', async () => {
        const { page } = workbench;
        await runCommand(page, 'GAN: Be the Forger');
        const game = new GamePage(page, lesson.frame);
        await game.press('.', '.paint-canvas canvas');
        await game.press('Space', '.paint-canvas canvas');
        await game.room.locator('.look-switch input').check();
        await game.room.locator('.evidence-overlay').waitFor();
        await expectNothing();
        await game.room.locator('.hand-in').click();
        await game.room.locator('.learned').waitFor();
        await expectNothing();
        await game.leave();
      });

      it('with the form, also with a refused value', async () => {
        const form = await wholeForm(workbench.page);
        assert.deepEqual(await accessibilityFaults(form), []);
        const input = form.locator('[data-hyperparameter=batchSize] input:not([type=range])');
        await input.fill('100000');
        await input.press('Enter');
        await form.locator('[data-hyperparameter=batchSize] [role=alert]').waitFor();
        assert.deepEqual(await accessibilityFaults(form), []);
      });
    });
  }

  it('after the theme was changed while the run plays', async () => {
    const workbench = await openWorkbench({ theme: 'dark' });
    try {
      await workbench.page.emulateMedia({ reducedMotion: 'reduce' });
      const lesson = await LessonPage.start(workbench.page);
      await lesson.play();
      await setTheme(workbench.page, 'light');
      await lesson.pause();
      await lesson.atRest();
      assert.deepEqual(await accessibilityFaults(lesson.frame), []);
    } finally {
      await workbench.close();
    }
  });
});
