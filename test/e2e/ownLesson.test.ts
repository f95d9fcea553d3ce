import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { expectText } from './expectations';
import {
  activityBarItem,
  extensionTitle,
  openWorkbench,
  runCommand,
  screenshot,
  waitUntil,
  type Workbench,
} from './harness';
import { LessonPage } from './lessonPage';
import { answer, chooseFromList } from './quickInput';

const TITLE = 'Dancers';
/** Rounds on the plane pass in a moment, also on a busy machine. */
const ROUNDS = 20;
/** Seconds for a run that is started and played to its end on a busy machine. */
const PATIENCE_S = 60;

/** What the teacher changes in the template: a run on points, and a goal that every run reaches. */
const CHANGES: readonly (readonly [string, string])[] = [
  ['run: { data: portraits, seed: 1 }', 'run: { data: threeIslands, seed: 1 }'],
  [
    'preset: modeCollapse, run: { seed: 1 }, rounds: 400',
    `run: { data: threeIslands, seed: 1, generatorSteps: 5, r1Weight: 0 }, rounds: ${ROUNDS}`,
  ],
  ['reveal: 400', `reveal: ${ROUNDS}`],
  [
    'when: [{ measure: effectiveModes, is: above, value: 5 }], at: 400',
    `when: [{ measure: miniFid, is: below, value: 100 }], by: ${ROUNDS}`,
  ],
];

describe('A teacher who makes a lesson from the template', () => {
  let workbench: Workbench;
  let page: Page;
  let lesson: LessonPage;

  before(async () => {
    workbench = await openWorkbench();
    ({ page } = workbench);
  });
  after(() => workbench.close());

  const readTo = (step: number) =>
    lesson.frame.locator(`[data-step="${step}"] .step-end vscode-button`).click();

  it('sees it beside the editor, and after a save its own run', async () => {
    await runCommand(page, 'GAN: New Lesson');
    await answer(page, /title/i, TITLE);
    await chooseFromList(page, 'English');
    lesson = await LessonPage.find(page);
    await lesson.frame.locator('h1', { hasText: TITLE }).waitFor();
    const file = path.join(workbench.folder, '.gan', 'lessons', 'dancers.md');
    const template = await readFile(file, 'utf8');
    const text = CHANGES.reduce((changed, [before, after]) => {
      assert.ok(changed.includes(before), `the template has "${before}"`);
      return changed.replace(before, after);
    }, template);
    await writeFile(file, text);
    await lesson.frame.locator('.plane-square').waitFor();
    lesson = await LessonPage.find(page);
  });

  it('is told which run the goal belongs to', async () => {
    await readTo(0);
    await expectText(
      lesson.section('five-kinds').locator('.hint'),
      /“Five steps for the forger”; start that/,
    );
  });

  it('foretells as a learner would, and is shown what happens and that the goal is reached', async () => {
    const prediction = lesson.section('five-steps');
    await prediction.locator('.option', { hasText: 'one picture again and again' }).locator('input').click();
    await prediction.locator('.confidence input').first().click();
    await prediction.locator('.exercise-actions vscode-button').click();
    await prediction.locator('.waits vscode-button').click();
    await prediction.locator('.chosen.right').waitFor({ timeout: PATIENCE_S * 1000 });
    await lesson
      .section('five-kinds')
      .locator('.exercise-done')
      .waitFor({ timeout: PATIENCE_S * 1000 });
    await readTo(1);
  });

  it('answers wrong, reads why, and then right', async () => {
    const question = lesson.section('one-half');
    const field = question.locator('input').first();
    const check = question.locator('.exercise-actions vscode-button');
    await field.fill('0.693');
    await check.click();
    await question.locator('.wrong-answer').waitFor();
    await field.fill('1.386');
    await check.click();
    await question.locator('.given').waitFor();
    await readTo(2);
  });

  it('comes to the end of the lesson and of the folder, and the list of lessons has ticked it all', async () => {
    await readTo(3);
    const end = lesson.frame.locator('.lesson-end');
    await end.locator('.all-done', { hasText: 'All 4 steps' }).waitFor();
    await end.locator('.last-lesson', { hasText: `of “${path.basename(workbench.folder)}”` }).waitFor();
    await screenshot(page, 'own-lesson');
    await activityBarItem(page, extensionTitle).click();
    const row = page.locator('.monaco-list-row[role=treeitem]', { hasText: TITLE });
    await waitUntil(
      'the list of lessons to count the steps',
      async () => /4 of 4/.test((await row.getAttribute('aria-label')) ?? '') || undefined,
    );
    assert.deepEqual(workbench.problems, []);
  });
});
