import assert from 'node:assert/strict';
import { isTheme, themes } from '../vscode/settings';
import { accessibilityFaults } from './axe';
import { expectToBecome } from './expectations';
import { restartFromForm, setHyperparameter, wholeForm } from './formPage';
import {
  activityBarItem,
  extensionTitle,
  openWorkbench,
  runCommand,
  setTheme,
  webviewFrame,
  type Workbench,
} from './harness';
import { LessonPage } from './lessonPage';

const WIDE = { width: 1500, height: 900 };
/** Beside the side bar, a panel of 400 pixels. */
const NARROW = { width: 750, height: 900 };

/** With these, the numbers of the first round overflow already. */
const DEADLY = {
  data: 'ring',
  loss: 'naiveLogSigmoid',
  r1Weight: '0',
  discriminatorSteps: '5',
  discriminatorLearningRate: '0.1',
};

describe('axe-core finds nothing wrong with a run on points', () => {
  let workbench: Workbench;
  let lesson: LessonPage;

  before(async () => {
    workbench = await openWorkbench({ size: WIDE });
    const { page } = workbench;
    await page.emulateMedia({ reducedMotion: 'reduce' });
    // The list to choose from goes when something else takes the focus, as the form may do when it is opened.
    lesson = await LessonPage.choose(page, '2. The inspector learns');
    await activityBarItem(page, extensionTitle).click();
    await wholeForm(page);
  });
  after(() => workbench.close());

  /** Looks in all themes, one after the other. */
  async function inAllThemes(look: (theme: string) => Promise<void>): Promise<void> {
    for (const theme of Object.keys(themes).filter(isTheme)) {
      await setTheme(workbench.page, theme);
      // The panel hears of it a moment later.
      await lesson.frame.locator(`body[data-vscode-theme-kind=vscode-${theme}]`).waitFor();
      await look(theme);
    }
  }

  async function expectNothing(when: string, within?: string): Promise<void> {
    await lesson.atRest();
    assert.deepEqual(await accessibilityFaults(lesson.frame, within), [], when);
  }

  it('and with a prediction whose outcome is shown, a wrong number and a wrong answer beside it', async () => {
    await lesson.answerFirst('what-she-sees');
    await lesson.section('what-she-sees').locator('.answer-feedback').first().waitFor();
    await lesson.answerFirst('rounds-he-needs');
    await lesson.section('rounds-he-needs').locator('.waits vscode-button').click();
    await lesson.section('rounds-he-needs').locator('.answer-feedback').first().waitFor({ timeout: 60_000 });
    const price = lesson.section('price-of-twenty');
    // The first wrong number gets a hint, the second the explanation.
    for (const number of ['2', '3']) {
      await price.locator('input').first().fill(number);
      await price.locator('.exercise-actions vscode-button').first().click();
    }
    await price.locator('.answer-feedback').first().waitFor();

    await startWith({ data: 'line' });
    await lesson.frame.locator('.layer-bar [data-layer=optimal]').click();
    await lesson.frame.locator('.layer-bar [data-layer=gap]').click();
    await lesson.nextRound();
    await lesson.frame.locator('.plane-numbers').waitFor();
    await inAllThemes(async (theme) => {
      await expectNothing(theme);
      await workbench.page.setViewportSize(NARROW);
      await lesson.frame.locator('.way-line').waitFor();
      await expectNothing(`${theme}, narrow`);
      await workbench.page.setViewportSize(WIDE);
      await lesson.frame.locator('.way-line').waitFor({ state: 'detached' });
    });
  });

  it('and while points are drawn', async () => {
    await inAllThemes(async (theme) => {
      // Opened anew for each theme: what is typed to choose one could close it.
      await runCommand(workbench.page, 'GAN: Draw Points');
      const dialog = lesson.frame.locator('dialog[open]');
      await dialog.waitFor();
      for (const key of ['Space', 'ArrowRight', 'Space']) {
        await lesson.press(key);
      }
      await expectNothing(theme, 'dialog[open]');
      await dialog.getByText('Cancel').click();
      await dialog.waitFor({ state: 'detached' });
    });
  });

  it('and with the diagnosis of a run that ended in its first round', async () => {
    await startWith(DEADLY);
    await lesson.frame.locator('vscode-button.play').click();
    await lesson.frame.locator('#diagnosis .remedies vscode-button').first().waitFor({ timeout: 60_000 });
    assert.equal(await lesson.round(), 0);
    await inAllThemes((theme) => expectNothing(theme, '.main-column'));
  });

  /** Starts a run with some hyperparameters chosen in the form, and waits until it is there. */
  async function startWith(values: Readonly<Record<string, string>>): Promise<void> {
    const { page } = workbench;
    for (const [name, value] of Object.entries(values)) {
      await setHyperparameter(page, name, value);
    }
    await restartFromForm(page);
    await webviewFrame(page, '#stage.on-plane');
    // The run before could be commanded a moment longer.
    await expectToBecome('a new run', () => lesson.round(), 0);
    lesson = await LessonPage.find(page);
  }
});
