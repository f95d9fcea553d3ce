import assert from 'node:assert/strict';
import { openWorkbench, runCommand, screenshot, waitUntil, type Workbench } from './harness';
import { LessonPage } from './lessonPage';

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
    assert.match(await dialog().locator('[role=alert]').first().innerText(), /from 2 to 256/);
    await value.fill('8');
    await dialog().locator('.compare').click();
    await waitUntil(
      'both runs at round 0',
      async () => {
        const both = await rounds();
        return (both.length === 2 && both.every((round) => round === 0)) || undefined;
      },
      60,
    );
    assert.match(await dialog().locator('.comparison-same').innerText(), /Batch size: 32 in A, 8 in B/);
  });

  it('plays both in step, stops them at one round, and sees their measures over each other', async () => {
    await dialog().locator('.step-both').click();
    await waitUntil(
      'the first round',
      async () => (await rounds()).every((round) => round === 1) || undefined,
    );
    await dialog().getByLabel('Run until').selectOption('10');
    await waitUntil('round 10', async () => (await rounds()).every((round) => round === 10) || undefined, 60);
    await dialog().locator('.play-both').click();
    await waitUntil('round 20', async () => (await rounds()).every((round) => round > 20) || undefined, 60);
    await dialog().locator('.play-both').click();
    await dialog().locator('.step-both:not([disabled])').waitFor({ timeout: 60_000 });
    const [a, b] = await rounds();
    assert.equal(a, b);
    assert.ok((await dialog().locator('.chart').count()) >= 3);
    assert.match(await dialog().locator('[role=status]').innerText(), /^A: round \d+, .*B: round \d+/);
    await screenshot(workbench.page, 'compare');
  });

  it('goes on with one of them as the run of the lesson', async () => {
    const [, round] = await rounds();
    await dialog().locator('[data-side=b] .take-run').click();
    await dialog().waitFor({ state: 'detached' });
    await waitUntil('the run of B', async () => (await lesson.round()) === round || undefined);
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
