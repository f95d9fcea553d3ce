import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { expectToBecome } from './expectations';
import { openWorkbench, runCommand, screenshot, waitUntil, type Workbench } from './harness';
import { LessonPage, runStatus } from './lessonPage';

/** Covers the lesson with another editor. */
async function cover(page: Page): Promise<void> {
  await runCommand(page, 'File: New Untitled Text File');
  await page.locator('.tab.active', { hasText: 'Untitled-1' }).waitFor();
}

async function uncover(page: Page): Promise<LessonPage> {
  await page.locator('.tab', { hasText: 'The forger and the inspector' }).click();
  return LessonPage.find(page);
}

async function play(page: Page): Promise<LessonPage> {
  const lesson = await LessonPage.start(page);
  await lesson.play();
  await waitUntil('some rounds', async () => (await lesson.round()) > 2 || undefined, 60);
  return lesson;
}

describe('A run whose lesson is hidden', () => {
  let workbench: Workbench;
  afterEach(() => workbench.close());

  it('stands still, unless it may train in the background', async () => {
    workbench = await openWorkbench();
    const { page } = workbench;
    await play(page);
    await cover(page);
    await waitUntil(
      'the status to say that it stands',
      async () => !(await runStatus(page)).playing || undefined,
    );
    const { round } = await runStatus(page);
    // Time in which many rounds would pass.
    await runCommand(page, 'View: Toggle Terminal');
    await runCommand(page, 'View: Toggle Terminal');
    assert.deepEqual(await runStatus(page), { round, playing: false });
    const lesson = await uncover(page);
    await expectToBecome(`round ${round} in the panel`, () => lesson.round(), round);
  });

  it('goes on when it may train in the background, tells how far it is, and can be stopped there', async () => {
    workbench = await openWorkbench({ settings: { 'ganLessons.trainInBackground': true } });
    const { page } = workbench;
    await play(page);
    await cover(page);
    const hidden = await waitUntil('a round in the status bar', async () => {
      const { round } = await runStatus(page);
      return Number.isNaN(round) ? undefined : round;
    });
    await waitUntil(
      'rounds in the background',
      async () => (await runStatus(page)).round > hidden + 4 || undefined,
    );
    assert.equal((await runStatus(page)).playing, true);
    await page.locator('.statusbar-item[id*="ganLessons.run"]').click();
    await screenshot(page, 'run-menu');
    await page.getByRole('option').filter({ hasText: 'Stop' }).click();
    await waitUntil('the run to stop', async () => !(await runStatus(page)).playing || undefined);
    const { round } = await runStatus(page);
    const lesson = await uncover(page);
    await expectToBecome(`round ${round} in the panel`, () => lesson.round(), round);
    await lesson.nextRound();
    assert.equal(await lesson.round(), round + 1);
  });

  it('can be let go on at any time', async () => {
    workbench = await openWorkbench();
    const { page } = workbench;
    const before = await LessonPage.start(page);
    await before.nextRound();
    await runCommand(page, 'GAN: Toggle Background Training');
    await waitUntil('the new page', async () => before.frame.isDetached() || undefined);
    const lesson = await LessonPage.find(page);
    assert.equal(await lesson.round(), 1, 'the run came back');
    await lesson.play();
    await cover(page);
    await waitUntil(
      'rounds in the background',
      async () => (await runStatus(page)).round > 4 || undefined,
      60,
    );
    await runCommand(page, 'GAN: Stop Training');
    await waitUntil('the run to stop', async () => !(await runStatus(page)).playing || undefined);
  });
});
