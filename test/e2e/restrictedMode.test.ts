import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import {
  activityBarItem,
  extensionTitle,
  openRestrictedWorkbench,
  runCommand,
  screenshot,
  type Workbench,
} from './harness';
import { LessonPage } from './lessonPage';
import { chooseFromList } from './quickInput';

/** As a teacher hands it to a class. */
const LESSON = `---
id: from-a-teacher
number: 99
title: From a teacher
summary: Handed on as a folder.
level: beginner
minutes: 1
run: { data: portraits, seed: 1, pictureSize: 12 }
---

## Only

<!-- step: { id: only } -->

One formula, $D(x)$, and one question.

### Is it safe?

<!-- question: { id: is-it-safe, type: single } -->

- [ ] No.

  > Nothing in a lesson is run as code.

- [x] Yes.

  > It is only text.
`;

describe('A learner who opens a folder with lessons in Restricted Mode', () => {
  let workbench: Workbench;
  let page: Page;
  let lesson: LessonPage;

  before(async () => {
    workbench = await openRestrictedWorkbench({ files: { '.gan/lessons/lesson.md': LESSON } });
    ({ page } = workbench);
  });
  after(() => workbench.close());

  it('is told by VS Code that the folder is not trusted', async () => {
    await page.locator('.statusbar-item', { hasText: 'Restricted Mode' }).waitFor();
  });

  it('finds the lesson of the folder in the list', async () => {
    await activityBarItem(page, extensionTitle).click();
    await runCommand(page, 'GAN: Choose Lesson…');
    await page.getByRole('option').filter({ hasText: '2. The inspector learns' }).first().waitFor();
    await chooseFromList(page, 'From a teacher');
    lesson = await LessonPage.find(page);
    await lesson.frame.locator('h1', { hasText: 'From a teacher' }).waitFor();
    await lesson.frame.locator('.notes-text math').waitFor();
  });

  it('trains, and answers, as in a folder that is trusted', async () => {
    await lesson.nextRound();
    assert.equal(await lesson.round(), 1);
    const question = lesson.frame.locator('[data-section=is-it-safe]');
    await question.getByRole('radio', { name: 'Yes.' }).check();
    await question.locator('vscode-button').click();
    await question.locator('.given .chosen.right').waitFor();
    await screenshot(page, 'restricted-mode');
  });

  it('gives the browser nothing to complain about', () => {
    assert.deepEqual(workbench.problems, []);
  });
});
