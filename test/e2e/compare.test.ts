import assert from 'node:assert/strict';
import { expectText, expectToBecome } from './expectations';
import { openWorkbench, runCommand, screenshot, waitUntil, type Workbench } from './harness';
import { LessonPage } from './lessonPage';

/** Seconds that two runs may take to start, or to come some rounds further, on a busy machine without a graphics card. */
const PATIENCE_S = 60;

describe('A person who compares two runs', () => {
  let workbench: Workbench;
  let lesson: LessonPage;

  before(async () => {
    workbench = await openWorkbench({ size: { width: 1500, height: 900 } });
    lesson = await LessonPage.start(workbench.page);
    await lesson.nextRound();
  });
  after(() => workbench.close());

  const dialog = () => lesson.frame.locator('dialog.comparison');

  /** Waits until both runs are there and wait for what the person wants. */
  async function bothStand(): Promise<void> {
    await dialog()
      .locator('.step-both:not([disabled])')
      .waitFor({ timeout: PATIENCE_S * 1000 });
  }

  async function rounds(): Promise<number[]> {
    const texts = await dialog().locator('.compared-round').allInnerTexts();
    return texts.map((text) => Number(/\d+/.exec(text)?.[0]));
  }

  it('is told why a value cannot be, and begins with one that can', async () => {
    await runCommand(workbench.page, 'GAN: Compare Two Runs');
    await dialog().waitFor();
    await dialog().getByLabel('What differs').selectOption('batchSize');
    const value = dialog().locator('.value-of-b input');
    await value.fill('1000');
    await dialog().locator('.compare').click();
    await expectText(dialog().locator('[role=alert]').first(), /from 2 to 256/);
    await value.fill('8');
    await dialog().locator('.compare').click();
    await bothStand();
    await expectToBecome('both at round 0', rounds, [0, 0]);
    await expectText(dialog().locator('.comparison-same'), /Batch size: 32 in A, 8 in B/);
  });

  it('plays both in step, stops them at one round, and sees their measures over each other', async () => {
    await dialog().locator('.step-both').click();
    await expectToBecome('both at the first round', rounds, [1, 1]);
    await bothStand();
    const until = dialog().getByLabel('Run until round');
    await until.fill('1');
    await until.press('Enter');
    await expectText(dialog().locator('.until-problem'), /“1” is no round to run to.* above 1\./);
    await until.fill('12');
    await until.press('Enter');
    await expectToBecome('both at round 12', rounds, [12, 12], PATIENCE_S);
    await expectText(dialog().locator('.until-problem'), /^$/);
    // The button that plays pauses as long as they have not stopped.
    await bothStand();
    await dialog().locator('.play-both').click();
    await waitUntil(
      'rounds after 20',
      async () => (await rounds()).every((round) => round > 20) || undefined,
      PATIENCE_S,
    );
    await dialog().locator('.play-both').click();
    await bothStand();
    const [a, b] = await rounds();
    assert.equal(a, b);
    await dialog().locator('.chart').nth(2).waitFor();
    await expectText(dialog().locator('[role=status]'), /^A: round \d+, .*B: round \d+/);
    await screenshot(workbench.page, 'compare');
  });

  it('finds both as they were after another tab covered the lesson', async () => {
    const before = await rounds();
    const { page } = workbench;
    await runCommand(page, 'File: New Untitled Text File');
    await page.locator('.tab.active', { hasText: 'Untitled-1' }).waitFor();
    await lesson.gone();
    await page.locator('.tab', { hasText: 'The forger and the inspector' }).click();
    lesson = await LessonPage.find(page);
    await expectToBecome('both where they were', rounds, before, PATIENCE_S);
    await bothStand();
    await expectText(dialog().locator('.comparison-same'), /Batch size: 32 in A, 8 in B/);
  });

  it('goes on with one of them as the run of the lesson', async () => {
    const [, round] = await rounds();
    await dialog().locator('[data-side=b] .take-run').click();
    await dialog().waitFor({ state: 'detached' });
    await expectToBecome('the run of B', () => lesson.round(), round);
    await lesson.nextRound();
    assert.equal(await lesson.round(), (round ?? 0) + 1);
  });

  it('comes back with Escape to a lesson that waited', async () => {
    const before = await lesson.round();
    await lesson.frame.locator('.compare-runs').click();
    await dialog().waitFor();
    await workbench.page.keyboard.press('Escape');
    await dialog().waitFor({ state: 'detached' });
    assert.equal(await lesson.round(), before);
  });
});
