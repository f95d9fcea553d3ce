import assert from 'node:assert/strict';
import type { Frame, Page } from 'playwright-core';
import {
  activityBarItem,
  extensionTitle,
  openWorkbench,
  screenshot,
  waitUntil,
  webviewFrame,
  type Workbench,
} from './harness';
import { LessonPage } from './lessonPage';

/** Seconds for the two hundred rounds of the first lesson on a busy machine without a graphics card. */
const PATIENCE_S = 120;
/** More stops of the Tab key than any lesson has from one of its exercises to the next. */
const MOST_STOPS = 160;

interface Language {
  readonly name: string;
  /** What the browser asks VS Code for. */
  readonly locale: string;
  readonly startLesson: string;
  readonly first: string;
  readonly second: string;
  readonly reason: string;
  /** Words of options: right ones of two predictions, a wrong one and the right one of a question. */
  readonly firstFace: RegExp;
  readonly faceInHints: RegExp;
  readonly inHerWeights: RegExp;
  readonly nowhere: RegExp;
  /** What is said of a wrong answer, of the goal, and of the lesson at its end. */
  readonly misconception: RegExp;
  readonly reached: RegExp;
  readonly allDone: RegExp;
  /** How the list of lessons tells that nothing is open. */
  readonly progress: RegExp;
}

const LANGUAGES: readonly Language[] = [
  {
    name: 'English',
    locale: 'en-US',
    startLesson: 'GAN: Start Lesson',
    first: 'The forger and the inspector',
    second: 'The inspector learns',
    reason: 'A round is one small step.',
    firstFace: /Between rounds 100 and 200/,
    faceInHints: /In his hints/,
    inHerWeights: /In her weights/,
    nowhere: /Nowhere/,
    misconception: /Networks can memorise pictures/,
    reached: /At round \d+, with seed 1/,
    allDone: /All 7 steps of this lesson are done/,
    progress: /7 of 7/,
  },
  {
    name: 'Simplified Chinese',
    locale: 'zh-CN',
    startLesson: 'GAN: 开始上课',
    first: '伪造者与鉴定师',
    second: '鉴定师怎样学习',
    reason: '一轮只是一小步。',
    firstFace: /第 100 到 200 轮之间/,
    faceInHints: /梯度上/,
    inHerWeights: /存在她的权重里/,
    nowhere: /哪里也没有存/,
    misconception: /网络确实能背下图像/,
    reached: /第 \d+ 轮.*种子.*1/,
    allDone: /7 个步骤/,
    progress: /7 \/ 7/,
  },
];

for (const language of LANGUAGES) {
  describe(`A person who goes through the first lesson by keyboard, in ${language.name}`, () => {
    let workbench: Workbench;
    let page: Page;
    let lesson: LessonPage;

    before(async () => {
      workbench = await openWorkbench({ locale: language.locale });
      page = workbench.page;
    });
    after(() => workbench.close());

    const type = (text: string) => page.keyboard.type(text);
    const press = (key: string) => page.keyboard.press(key);

    /** Goes on with Tab until the focus is on what a selector means. */
    async function tabTo(selector: string): Promise<void> {
      for (let stops = 0; stops < MOST_STOPS; stops++) {
        if (await isFocused(lesson.frame, selector)) {
          return;
        }
        await press('Tab');
      }
      assert.fail(`${MOST_STOPS} stops of Tab did not lead to ${selector}`);
    }

    /** Where an option stands, which is somewhere else for each learner. */
    async function placeOf(section: string, words: RegExp): Promise<number> {
      const options = await lesson.section(section).locator('.options .option').allInnerTexts();
      const place = options.findIndex((text) => words.test(text));
      assert.ok(place >= 0, `no option is like ${words}`);
      return place;
    }

    /** Chooses one of some radio buttons from another one, which has the focus. */
    async function chooseFrom(from: number, to: number): Promise<void> {
      await press('Space');
      for (let place = from; place !== to; place += Math.sign(to - from)) {
        await press(to > from ? 'ArrowDown' : 'ArrowUp');
      }
    }

    /** Goes on from a step that has nothing more to do, and waits for the one that follows. */
    async function goOn(step: number): Promise<void> {
      await tabTo(`[data-step="${step}"] .step-end vscode-button`);
      await press('Enter');
      await lesson.frame.locator(`[data-step="${step}"] h2 .step-done`).waitFor();
      await waitUntil(`the heading of step ${step + 1} to have the focus`, async () => {
        return (await isFocused(lesson.frame, `[data-step="${step + 1}"] h2`)) || undefined;
      });
    }

    it('opens it from the command palette, in their language', async () => {
      await chooseCommand(page, language.startLesson);
      lesson = await LessonPage.find(page);
      await lesson.frame.locator('h1', { hasText: language.first }).waitFor();
      await page.locator('.tab', { hasText: language.first }).waitFor();
    });

    it('predicts, with a reason, and is shown what happens', async () => {
      const prediction = lesson.frame.locator('[data-section=first-face]');
      await press('n');
      await tabTo('[data-section=first-face] .options input');
      await chooseFrom(0, await placeOf('first-face', language.firstFace));
      await press('Tab');
      await type(language.reason);
      await press('Tab');
      await press('Space');
      await press('Tab');
      await press('Enter');
      await prediction.locator('.reason', { hasText: language.reason }).waitFor();
      assert.equal(await prediction.locator('.right').count(), 0, 'it has not happened yet');
      await press('n');
      await tabTo('[data-section=first-face] .waits vscode-button');
      await press('Enter');
      await prediction.locator('.chosen.right').waitFor({ timeout: PATIENCE_S * 1000 });
      await goOn(0);
      await goOn(1);
    });

    it('predicts what the run has shown already, and sees it right away', async () => {
      await tabTo('[data-section=face-in-hints] .options input');
      await chooseFrom(0, await placeOf('face-in-hints', language.faceInHints));
      await press('Tab');
      await press('Tab');
      await press('Space');
      await press('Tab');
      await press('Enter');
      await lesson.frame.locator('[data-section=face-in-hints] .chosen.right').waitFor();
      await goOn(2);
    });

    it('walks through a round with the arrow keys, and reads on', async () => {
      await press('ArrowRight');
      await waitUntil('the first phase', async () => (await lesson.phase()) === 1 || undefined);
      await press('ArrowRight');
      await waitUntil('the second phase', async () => (await lesson.phase()) === 2 || undefined);
      await goOn(3);
      await goOn(4);
    });

    it('finds that the run itself has reached the goal', async () => {
      const goal = lesson.frame.locator('[data-section=faces-by-200]');
      await goal.locator('.hint', { hasText: language.reached }).waitFor();
      await goOn(5);
    });

    it('is told what is wrong about a wrong answer, and finds the right one', async () => {
      const question = lesson.frame.locator('[data-section=where-is-portrait-7]');
      await tabTo('[data-section=where-is-portrait-7] .options input');
      const [wrong, right] = [
        await placeOf('where-is-portrait-7', language.inHerWeights),
        await placeOf('where-is-portrait-7', language.nowhere),
      ];
      await chooseFrom(0, wrong);
      await press('Tab');
      await press('Enter');
      await question.locator('.wrong-answer', { hasText: language.misconception }).waitFor();
      await press('Shift+Tab');
      await chooseFrom(wrong, right);
      await press('Tab');
      await press('Enter');
      await question.locator('.given .chosen.right').waitFor();
    });

    it('has done the whole lesson, and the list of lessons says so', async () => {
      await lesson.frame.locator('.all-done', { hasText: language.allDone }).waitFor();
      await screenshot(page, `by-keyboard-${language.locale}`);
      await activityBarItem(page, extensionTitle).click();
      await waitUntil('the list of lessons to count the steps', async () => {
        const row = page.locator('.monaco-list-row[role=treeitem]', { hasText: language.first });
        const label = await row.getAttribute('aria-label');
        return (label !== null && language.progress.test(label)) || undefined;
      });
      // Back from the list to the lesson.
      await chooseCommand(page, language.startLesson);
      await waitUntil(
        'the focus in the lesson',
        async () => (await lesson.frame.evaluate(() => document.hasFocus())) || undefined,
      );
    });

    it('goes on to the next lesson', async () => {
      await press('n');
      await tabTo('.next-lesson vscode-button');
      await press('Enter');
      await page.locator('.tab', { hasText: language.second }).waitFor();
      // Another lesson has another page.
      await webviewFrame(page, `h1:has-text("${language.second}")`, PATIENCE_S);
    });

    it('gives the browser nothing to complain about', () => {
      assert.deepEqual(workbench.problems, []);
    });
  });
}

/** Whether the element that has the focus is what a selector means. */
function isFocused(frame: Frame, selector: string): Promise<boolean> {
  return frame.evaluate((wanted) => document.activeElement?.matches(wanted) === true, selector);
}

/** Runs a command from the command palette without the mouse. */
async function chooseCommand(page: Page, title: string): Promise<void> {
  const palette = page.locator('.quick-input-widget');
  await waitUntil(`the command palette to offer "${title}"`, async () => {
    await page.keyboard.press('F1');
    await palette.locator('input[type=text]').waitFor();
    await page.keyboard.type(title);
    try {
      await palette.locator('.monaco-list-row.focused', { hasText: title }).waitFor({ timeout: 3000 });
    } catch {
      // The list is the one of the moment when the palette was opened; a command registered later never shows.
      await page.keyboard.press('Escape');
      await palette.waitFor({ state: 'hidden' });
      return undefined;
    }
    await page.keyboard.press('Enter');
    return true;
  });
}
