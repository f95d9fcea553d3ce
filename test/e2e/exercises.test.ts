import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { accessibilityFaults } from './axe';
import { expectText, expectToBecome } from './expectations';
import {
  activityBarItem,
  extensionTitle,
  openWorkbench,
  reloadWindow,
  runCommand,
  screenshot,
  waitUntil,
  type Workbench,
} from './harness';
import { LessonPage } from './lessonPage';

/** From this round on the goal of the lesson counts. */
const GOAL_FROM = 250;
/** Seconds for so many rounds on a busy machine without a graphics card. */
const PATIENCE_S = 120;

describe('A person who does an exercise with the mouse', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await openWorkbench();
  });
  after(() => workbench.close());

  it('starts an experiment far down with one click, also when a notice appears above the text', async () => {
    const lesson = await LessonPage.choose(workbench.page, '7. Everyone gets the same picture');
    const button = lesson.section('hopping').locator('vscode-button', { hasText: 'Start and play' });
    await button.scrollIntoViewIfNeeded();
    await button.click();
    await lesson.frame.locator('#stage.on-plane').waitFor();
  });
});

describe('A person who reads a formula', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await openWorkbench();
  });
  after(() => workbench.close());

  it('sees it set as in print: large fractions, aligned lines, and the spaces between', async () => {
    const lesson = await LessonPage.choose(workbench.page, '6. Balance');
    const saturating = lesson.section('saturating').locator('.formula math');
    await saturating.waitFor();
    assert.equal(await saturating.getAttribute('display'), 'block');
    const [odd, even] = [1, 2].map((column) =>
      saturating.locator(`mtr >> nth=0 >> mtd:nth-child(${column})`),
    );
    assert.equal(await odd?.evaluate((cell) => getComputedStyle(cell).textAlign), 'right');
    assert.equal(await even?.evaluate((cell) => getComputedStyle(cell).textAlign), 'left');
    const space = lesson.section('two-games').locator('.formula mspace').first();
    assert.ok((await space.evaluate((gap) => gap.getBoundingClientRect().width)) > 0);
  });
});

describe('A person who does the exercises of a lesson by keyboard', () => {
  let workbench: Workbench;
  let lesson: LessonPage;

  const section = (id: string): Locator => lesson.section(id);
  const focused = (): Promise<string> =>
    lesson.frame.evaluate(() => document.activeElement?.textContent?.trim() ?? '');

  before(async () => {
    workbench = await openWorkbench();
    const { page } = workbench;
    await activityBarItem(page, extensionTitle).click();
    lesson = await LessonPage.choose(page, '2. The inspector learns');
  });
  after(() => workbench.close());

  it('is told what is wrong about a wrong answer, and answers again', async () => {
    const question = section('what-she-sees');
    const answer = async (words: string): Promise<void> => {
      await question.locator('.option', { hasText: words }).locator('input').press(' ');
      await question.locator('vscode-button').press('Enter');
    };
    await answer('32, like the inspector');
    await question
      .locator('.wrong-answer .answer-feedback', { hasText: 'the curtain stays closed' })
      .waitFor();
    await answer('None.');
    await question.locator('.given .tag.right').waitFor();
  });

  it('types a number, with Enter at its end', async () => {
    const question = section('price-of-half');
    const field = question.locator('.number-answer input');
    await field.fill('1,386');
    await field.press('Enter');
    await question.locator('.given .right').waitFor();
  });

  it('foretells, with a reason and how sure they are, and can change nothing of it', async () => {
    const prediction = section('rounds-he-needs');
    await prediction.locator('.option', { hasText: 'a thousand' }).locator('input').press(' ');
    await lesson.press('Tab');
    await prediction.locator('textarea:focus').waitFor();
    await workbench.page.keyboard.type('He has to learn what a face is.');
    await lesson.press('Tab');
    await prediction.locator('.confidence input:focus').waitFor();
    await lesson.press(' ');
    await prediction.locator('.confidence input:checked').waitFor();
    await lesson.press('Tab');
    await prediction.locator('vscode-button:focus').waitFor();
    await lesson.press('Enter');
    await prediction.locator('.given .chosen .tag', { hasText: 'You said' }).waitFor();
    assert.equal(await prediction.locator('input, textarea').count(), 0);
    assert.equal(await prediction.locator('.reason').innerText(), 'He has to learn what a face is.');
    assert.equal(
      await prediction.locator('.right').count(),
      0,
      'what happens is not told before it happened',
    );
  });

  it('starts the experiment and sees what happens beside what they said', async () => {
    const prediction = section('rounds-he-needs');
    await prediction.locator('.waits vscode-button').press('Enter');
    await prediction
      .locator('.right .tag', { hasText: 'What happens' })
      .waitFor({ timeout: PATIENCE_S * 1000 });
    await prediction.locator('.chosen .tag', { hasText: 'You said' }).waitFor();
    await expectToBecome(
      'the feedback of the choice and of what is right',
      () => prediction.locator('.answer-feedback').count(),
      2,
    );
    await section('sleeping-forger').locator('.exercise-done', { hasText: 'on the stage' }).waitFor();
    await screenshot(workbench.page, 'exercises-revealed');
  });

  it('reaches a goal with one knob, which ticks itself', async () => {
    await section('both-awake').locator('vscode-button', { hasText: 'Start and play' }).press('Enter');
    // The run before was played further than that.
    await waitUntil('the new run', async () => (await lesson.round()) < GOAL_FROM || undefined);
    await waitUntil(
      `round ${GOAL_FROM} of the new run`,
      async () => (await lesson.round()) >= GOAL_FROM || undefined,
      PATIENCE_S,
    );
    await section('asleep-or-awake').locator('vscode-button', { hasText: 'to sleep' }).press('Enter');
    await section('below-six-tenths')
      .locator('.exercise-done', { hasText: 'reached' })
      .waitFor({ timeout: PATIENCE_S * 1000 });
    await expectText(section('below-six-tenths'), /At round \d+, with seed 1/);
    await lesson.frame.locator('.notes-foot .goal-tick[aria-label=reached]').waitFor();
    assert.equal(
      (await lesson.frame.locator('#notes').innerText()).match(/reached/gi)?.length,
      1,
      'that it is reached is said once',
    );
    await screenshot(workbench.page, 'exercises-goal');
  });

  it('finds in the list of lessons what is done', async () => {
    const row = workbench.page.locator('.monaco-list-row[role=treeitem]', {
      hasText: '2. The inspector learns',
    });
    await waitUntil('the step of which all tasks are done', async () => {
      const label = await row.getAttribute('aria-label');
      return label?.includes('1 of ') === true || undefined;
    });
  });

  it('leaves nothing for axe-core to find', async () => {
    await runCommand(workbench.page, 'GAN: Stop Training');
    await lesson.stands();
    assert.deepEqual(await accessibilityFaults(lesson.frame), []);
  });

  it('finds everything as it was after the window was reloaded, at the step where they were', async () => {
    await section('below-six-tenths').locator('h3').focus();
    await waitUntil('the focus on the goal', async () => /0\.6/.test(await focused()) || undefined);
    const before = await lesson.frame.locator('.step-count').innerText();
    await reloadWindow(workbench.page, extensionTitle);
    lesson = await LessonPage.find(workbench.page);
    await section('below-six-tenths').locator('.exercise-done', { hasText: 'reached' }).waitFor();
    await section('rounds-he-needs').locator('.right .tag', { hasText: 'What happens' }).waitFor();
    await expectToBecome(
      'the step where they were',
      () => lesson.frame.locator('.step-count').innerText(),
      before,
    );
  });

  it('gives the browser nothing to complain about', () => {
    assert.deepEqual(workbench.problems, []);
  });
});
