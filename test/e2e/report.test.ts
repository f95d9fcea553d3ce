import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { openWorkbench, runCommand, screenshot, waitUntil, webviewFrame, type Workbench } from './harness';
import { LessonPage } from './lessonPage';

/** A lesson whose goal every run reaches soon. */
const LESSON = `---
id: short
number: 99
title: A short lesson
summary: For a report.
level: beginner
minutes: 1
run: { data: portraits, seed: 1, pictureSize: 12 }
---

## Only

<!-- step: { id: only } -->

### Nearer than at first

<!-- goal: { id: nearer, when: [{ measure: miniFid, is: below, value: 100 }], from: 10, by: 20 } -->

Let it run.
`;

/** What a quick input asks for: types an answer and takes it. */
async function answer(page: Page, text?: string): Promise<void> {
  const input = page.locator('.quick-input-widget:visible input[type=text]');
  await input.waitFor();
  if (text !== undefined) {
    await input.fill(text);
  }
  await page.keyboard.press('Enter');
}

describe('A learner hands in a report', () => {
  let workbench: Workbench;
  let page: Page;

  before(async () => {
    workbench = await openWorkbench({ files: { '.gan/lessons/short.md': LESSON } });
    ({ page } = workbench);
  });
  after(() => workbench.close());

  it('which has what was reached, and pictures of it', async () => {
    await runCommand(page, 'GAN: Choose Lesson');
    await answer(page, 'A short lesson');
    const lesson = await LessonPage.find(page);
    await lesson.playTo(20);
    await lesson.frame.locator('[data-section=nearer] .exercise-done').waitFor();
    await runCommand(page, 'GAN: Write Report');
    await answer(page, 'Ada Beispiel');
    // The file dialog comes when the run was run again.
    await page.locator('.quick-input-widget:visible', { hasText: 'Save' }).waitFor({ timeout: 60_000 });
    await answer(page);
    const file = await waitUntil('the report', async () =>
      (await readdir(workbench.folder)).find((name) => name.endsWith('.md')),
    );
    const text = await waitUntil('its content', async () => {
      const content = await readFile(path.join(workbench.folder, file), 'utf8');
      return content === '' ? undefined : content;
    });
    assert.match(file, /^short-Ada-Beispiel\.md$/);
    assert.match(text, /Ada Beispiel/);
    assert.match(text, /Reached at round \d+/);
    assert.equal(text.match(/data:image\/png;base64,/g)?.length, 2);
    await screenshot(page, 'report');
  });

  it('which is verified by running its run again', async () => {
    await runCommand(page, 'View: Close All Editors');
    await runCommand(page, 'GAN: Verify Report');
    await page.locator('.quick-input-widget:visible', { hasText: 'Which report' }).waitFor();
    await answer(page, path.join(workbench.folder, 'short-Ada-Beispiel.md'));
    // The preview of what was found.
    const preview = await webviewFrame(page, 'td', 60);
    assert.match(await preview.locator('td').nth(1).innerText(), /holds/);
    await screenshot(page, 'report-verified');
  });
});
