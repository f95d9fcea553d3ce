import assert from 'node:assert/strict';
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
    assert.equal(await cards.count(), 16);
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
    const { page } = workbench;
    await page.keyboard.press('f');
    await page.keyboard.press('Backspace');
    await waitUntil(
      'the first picture',
      async () => /^Picture 1 of 16$/.test(await game.said()) || undefined,
    );
    await game.playHand();
    assert.equal(await game.room.locator('.judged-card').count(), 16);
    assert.match(await game.said(), /^You were right about \d+ of 16, the inspector about \d+\./);
    await screenshot(page, 'game-truth');
  });

  it('plays another hand, and leaves the run as it was', async () => {
    const round = await lesson.round();
    await workbench.page.keyboard.press('Enter');
    await game.playHand();
    await game.leave();
    assert.equal(await lesson.round(), round);
  });

  it('stops a run that plays, which goes on afterwards', async () => {
    await lesson.frame.locator('vscode-button.play').click();
    await waitUntil('some rounds', async () => (await lesson.round()) >= 20 || undefined);
    await lesson.frame.locator('vscode-button.be-forger').click();
    await game.room.locator('.paint-canvas').waitFor();
    assert.match(await game.room.locator('#game-pause').innerText(), /goes on when you leave/);
    const round = await lesson.round();
    await game.leave();
    await waitUntil('the next round', async () => (await lesson.round()) > round || undefined);
    await lesson.frame.locator('vscode-button.play').click();
    await lesson.frame.locator('vscode-button.play', { hasText: 'Play' }).waitFor();
  });

  it('paints by keyboard, and the inspector scores every stroke', async () => {
    const { page } = workbench;
    await runCommand(page, command.forger);
    await game.room.locator('.paint-canvas canvas').waitFor();
    const blank = await game.scoreOtherThan('');
    for (const key of ['m', '.', '.', 'Space', 'Shift+ArrowUp', 'Shift+ArrowUp', 'Shift+ArrowLeft']) {
      await page.keyboard.press(key);
    }
    await game.scoreOtherThan(blank);
    await game.room.locator('.score-line').waitFor();
    assert.match(await game.room.locator('.paint-canvas [aria-live]').innerText(), /^Row 7, column 8: /);
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
    assert.match(await game.room.locator('.learned').innerText(), /inspector of round \d+ in your run/);
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
    assert.match(await game.said(), /The best possible rule gets \d+\./);
    await game.leave();
    await runCommand(page, command.forger);
    const first = await game.scoreOtherThan('');
    await page.keyboard.press('3');
    await waitUntil(
      'the third point',
      async () => (await game.room.locator('[data-point="2"]:focus').count()) > 0 || undefined,
    );
    for (let step = 0; step < 6; step++) {
      await page.keyboard.press('Shift+ArrowRight');
    }
    await game.scoreOtherThan(first);
    await screenshot(page, 'game-points');
    await game.leave();
  });

  it('gives the browser nothing to complain about', () => {
    assert.deepEqual(workbench.problems, []);
  });
});
