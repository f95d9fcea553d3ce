import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { expectText, expectToBecome } from './expectations';
import { openWorkbench, screenshot, type Workbench } from './harness';
import { LessonPage } from './lessonPage';

/** The run of that experiment breaks in its first two dozen rounds. */
const ILL = /In round \d+ the numbers overflowed/;

describe('A person whose run falls ill', () => {
  let workbench: Workbench;
  let lesson: LessonPage;

  before(async () => {
    workbench = await openWorkbench({ size: { width: 1500, height: 900 } });
    lesson = await LessonPage.choose(workbench.page, '8. When numbers explode');
  });
  after(() => workbench.close());

  const card = (): Locator => lesson.frame.locator('#diagnosis');

  it('is told the illness and its evidence, with the run paused at the last good round', async () => {
    await lesson.section('dying').locator('vscode-button', { hasText: 'Start and play' }).click();
    await expectText(card(), /Numbers out of bounds/);
    await expectText(card(), ILL);
    await lesson.stands();
    const told = Number(/In round (\d+)/.exec(await card().innerText())?.[1]);
    assert.equal(await lesson.round(), told - 1);
    await screenshot(workbench.page, 'failure-clinic');
  });

  it('goes back to a healthy round, where the illness is not yet', async () => {
    const back = card().locator('vscode-button', { hasText: 'Go back to round' });
    const round = Number(/\d+/.exec(await back.innerText())?.[0]);
    await back.click();
    await expectToBecome('the healthy round', () => lesson.round(), round);
    await card().waitFor({ state: 'detached' });
  });

  it('takes a remedy with one click, and is healthy beyond that round', async () => {
    await lesson.frame.locator('.to-now').click();
    const remedy = card().locator('.remedies vscode-button').first();
    await expectText(remedy, /Loss → Non-saturating/);
    await remedy.click();
    await card().waitFor({ state: 'detached' });
    await lesson.playTo(40);
    assert.equal(await card().count(), 0);
  });

  it('gives the browser nothing to complain about', () => {
    assert.deepEqual(workbench.problems, []);
  });
});
