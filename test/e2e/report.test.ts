import assert from 'node:assert/strict';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import Papa from 'papaparse';
import type { Frame, Page } from 'playwright-core';
import { expectText } from './expectations';
import { openWorkbench, runCommand, screenshot, waitUntil, webviewFrame, type Workbench } from './harness';
import { LessonPage } from './lessonPage';
import { answer, answerPath, chooseFromList } from './quickInput';

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
    await chooseFromList(page, 'A short lesson');
    const lesson = await LessonPage.find(page);
    await lesson.playTo(20);
    await lesson.frame.locator('[data-section=nearer] .exercise-done').waitFor();
    await runCommand(page, 'GAN: Write Report');
    await answer(page, /name/i, 'Ada Beispiel');
    await answer(page, /student number/i, '');
    await answer(page, /Save/, undefined);
    const file = await waitUntil(
      'the report, which is written when its run was trained again',
      async () => (await readdir(workbench.folder)).find((name) => name.endsWith('.md')),
      60,
    );
    assert.match(file, /^short-Ada-Beispiel\.md$/);
    // The file is there before all of it is written.
    const text = await waitUntil('its two pictures', async () => {
      const content = await readFile(path.join(workbench.folder, file), 'utf8');
      return content.match(/data:image\/png;base64,/g)?.length === 2 ? content : undefined;
    });
    assert.match(text, /Ada Beispiel/);
    assert.match(text, /Reached at round \d+/);
    await screenshot(page, 'report');
  });

  it('which is verified by running its run again', async () => {
    await expectText((await verified('short-Ada-Beispiel.md')).locator('td').last(), /✓ holds/);
    await screenshot(page, 'report-verified');
  });

  it('which is found out when a number in it was forged, also after another one was verified', async () => {
    const honest = await readFile(path.join(workbench.folder, 'short-Ada-Beispiel.md'), 'utf8');
    const forged = honest.replace(/("goals":.*"measure":"miniFid","value":)[\d.]+/, '$10.0123');
    await writeFile(path.join(workbench.folder, 'forged.md'), forged);
    const preview = await verified('forged.md');
    await expectText(
      preview.locator('td').last(),
      /does not hold\. The report says Distance from real 0\.0123/,
    );
    await expectText(preview.locator('li').first(), /In the report: Distance from real/);
    await screenshot(page, 'report-forged');
  });

  it('which is a row in the table of the class', async () => {
    await runCommand(page, 'View: Close All Editors');
    await runCommand(page, 'GAN: Verify Folder of Reports');
    await answerPath(page, /folder with the reports/, `${workbench.folder}/`);
    await page.locator('.tab', { hasText: 'Class results' }).waitFor({ timeout: 60_000 });
    await runCommand(page, 'Notifications: Show Notifications');
    await page.locator('.notifications-center').getByRole('button', { name: 'Save Table...' }).click();
    await chooseFromList(page, 'Everything, separated by commas');
    await answer(page, /Save class results/);
    const rows = await waitUntil('a table of two reports', async () => {
      const text = await readFile(path.join(workbench.folder, 'class.csv'), 'utf8').catch(() => '');
      return text.endsWith('\r\n') ? Papa.parse<string[]>(text.trim()).data : undefined;
    });
    const column = (rows[0] ?? []).indexOf('Goals verified');
    assert.deepEqual(
      rows.slice(1).map((row) => [row[0], row[column]]),
      [
        ['forged.md', '0'],
        ['short-Ada-Beispiel.md', '1'],
      ],
    );
    await page.locator('.tab', { hasText: 'class.csv' }).waitFor();
  });

  /** The preview of what the verification of a report found. */
  async function verified(name: string): Promise<Frame> {
    await runCommand(page, 'View: Close All Editors');
    await runCommand(page, 'GAN: Verify Report');
    await answerPath(page, /Choose the report/, path.join(workbench.folder, name));
    await page.locator('.tab', { hasText: name }).waitFor({ timeout: 60_000 });
    return webviewFrame(page, 'td', 60);
  }
});
