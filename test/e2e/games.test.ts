import assert from 'node:assert/strict';
import { expectText, expectToBecome } from './expectations';
import { GamePage } from './gamePage';
import {
  activityBarItem,
  extensionTitle,
  openWorkbench,
  runCommand,
  screenshot,
  waitUntil,
  webviewFrame,
  type Workbench,
} from './harness';
import { LessonPage } from './lessonPage';

const command = { inspector: 'GAN: Be the Inspector', forger: 'GAN: Be the Forger' };

describe('Who plays in place of a network', () => {
  let workbench: Workbench;
  let lesson: LessonPage;
  let game: GamePage;

  before(async () => {
    workbench = await openWorkbench();
  });
  after(() => workbench.close());

  it('gets from the command palette to the inspector’s table, also before a lesson is open', async () => {
    await runCommand(workbench.page, command.inspector);
    lesson = await LessonPage.find(workbench.page);
    game = new GamePage(workbench.page, lesson.frame);
    await game.room.locator('.stamp-table').waitFor();
  });

  it('finds nothing that tells the truth, neither in the document nor in its names', async () => {
    const cards = game.room.locator('.card-row .small-card');
    await expectToBecome('16 samples', () => cards.count(), 16);
    const names = await cards.evaluateAll((all) => all.map((card) => card.getAttribute('aria-label')));
    assert.deepEqual(
      names,
      names.map((_, index) => `Picture ${index + 1} of 16`),
    );
    // All cards are built alike, but for which of them is looked at.
    const shapes = await cards.evaluateAll((all) =>
      all.map((card) =>
        card.outerHTML.replace(/aria-label="[^"]*"/, '').replace(/tabindex="-?\d"|aria-current="\w+"/g, ''),
      ),
    );
    assert.equal(new Set(shapes).size, 1);
    assert.equal(await game.room.locator('.judged-card').count(), 0);
  });

  it('stamps all samples by keyboard, takes one back, and then hears the truth', async () => {
    await game.stamp('f');
    await game.takeBack();
    await game.says(/^Picture 1 of 16$/);
    await game.playHand();
    await expectToBecome('16 samples with the truth', () => game.room.locator('.judged-card').count(), 16);
    await game.says(/^You were right about \d+ of 16, the inspector about \d+\./);
    await screenshot(workbench.page, 'game-truth');
  });

  it('plays another hand, and leaves the run as it was', async () => {
    const round = await lesson.round();
    await game.press('Enter', '.again');
    await game.playHand();
    await game.leave();
    assert.equal(await lesson.round(), round);
  });

  it('stops a run that plays, which goes on afterwards', async () => {
    await lesson.play();
    await waitUntil('some rounds', async () => (await lesson.round()) >= 20 || undefined);
    await lesson.frame.locator('vscode-button.be-forger').click();
    await game.room.locator('.paint-canvas').waitFor();
    await expectText(game.room.locator('#game-pause'), /resumes when you leave/);
    const round = await lesson.round();
    await game.leave();
    await waitUntil('the next round', async () => (await lesson.round()) > round || undefined);
    await lesson.pause();
  });

  it('paints by keyboard, and the inspector scores every stroke', async () => {
    await runCommand(workbench.page, command.forger);
    await game.scoreOtherThan('');
    for (const key of ['m', '.', '.', 'Space', 'Shift+ArrowUp', 'Shift+ArrowUp', 'Shift+ArrowLeft']) {
      await game.press(key, '.paint-canvas canvas');
    }
    await expectText(game.room.locator('.paint-canvas [aria-live]'), /^Row 7, column 8: /);
    // In whole percent, the score may be the same as before.
    await expectText(game.room.locator('.score-facts'), /since your last stroke/);
    await game.room.locator('.score-line').waitFor();
  });

  it('has score, canvas and colours in sight at once, also in a narrow panel', async () => {
    const { page } = workbench;
    const whole = page.viewportSize() ?? { width: 1280, height: 800 };
    // The side bar takes its part: the narrowest leaves about 400 pixels to the panel.
    for (const width of [1000, 840, 760]) {
      await page.setViewportSize({ width, height: 800 });
      for (const part of ['.big-score', '.score-ruler', '.paint-canvas', '.palette']) {
        await waitUntil(`${part} in a window of ${width} pixels`, () =>
          game.room.locator(part).evaluate((element) => {
            const { top, bottom, left, right } = element.getBoundingClientRect();
            return (top >= 0 && left >= 0 && bottom <= innerHeight && right <= innerWidth) || undefined;
          }),
        );
      }
    }
    await page.setViewportSize(whole);
  });

  it('is shown where he looks, and watches him learn from the hand-in', async () => {
    const { page } = workbench;
    await game.tabTo('.look-switch input');
    await page.keyboard.press('Space');
    await game.room.locator('.evidence-overlay').waitFor();
    await screenshot(page, 'game-forger');
    await game.tabTo('.hand-in');
    await page.keyboard.press('Enter');
    await game.room.locator('.learned').waitFor();
    await expectText(game.room.locator('.learned'), /inspector of round \d+ in your run/);
    await game.tabTo('.forget');
    await page.keyboard.press('Enter');
    await game.room.locator('.hand-in').waitFor();
    await game.leave();
  });

  it('judges and places points by keyboard in a run on points', async () => {
    const { page } = workbench;
    await activityBarItem(page, extensionTitle).click();
    const form = await webviewFrame(page, '.form');
    await form.locator('[data-hyperparameter=data] select').selectOption('ring');
    await form.locator('.apply-bar vscode-button').click();
    await lesson.frame.locator('#stage.on-plane').waitFor();
    // The run is there when its first frame is.
    await LessonPage.find(page);
    await lesson.nextRound();
    await runCommand(page, command.inspector);
    await game.playHand();
    await game.says(/The best possible rule gets \d+\./);
    await game.leave();
    await runCommand(page, command.forger);
    await game.scoreOtherThan('');
    await game.press('3', '[data-point]');
    for (let step = 0; step < 6; step++) {
      await game.press('Shift+ArrowRight', '[data-point="2"]');
    }
    await expectText(game.room.locator('.score-facts'), /since your last move/);
    await screenshot(page, 'game-points');
    await game.leave();
  });

  it('gives the browser nothing to complain about', () => {
    assert.deepEqual(workbench.problems, []);
  });
});
