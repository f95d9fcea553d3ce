import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { expectText } from './expectations';
import { openWorkbench, waitUntil, type Workbench } from './harness';
import { LessonPage } from './lessonPage';

/** Of the window, with the side bar beside the panel. */
const NARROW = { width: 800, height: 900 };
const LOW = { width: 640, height: 800 };
const WIDE = { width: 1500, height: 900 };

describe('The lesson panel in one column', () => {
  let workbench: Workbench;
  let lesson: LessonPage;

  before(async () => {
    workbench = await openWorkbench({ size: NARROW });
    lesson = await LessonPage.start(workbench.page);
  });
  after(() => workbench.close());

  const part = (selector: string): Locator => lesson.frame.locator(selector);

  /** Waits until a part stands between the bars at the upper and the lower edge, as far as it has room there. */
  const toBeSeen = (selector: string): Promise<true> =>
    waitUntil(`${selector} in sight`, () =>
      part(selector)
        .first()
        .evaluate((element) => {
          const edge = (bar: string, side: 'top' | 'bottom'): number =>
            document.querySelector(bar)?.getBoundingClientRect()[side] ?? NaN;
          const [from, to] = [edge('.rail', 'bottom'), edge('#transport', 'top')];
          const { top, bottom, height } = element.getBoundingClientRect();
          const seen = Math.min(bottom, to) - Math.max(top, from);
          return seen >= Math.min(height, to - from) - 1 || undefined;
        }),
    );

  it('invites to the first round in sight, in a low window, too', async () => {
    await workbench.page.setViewportSize(LOW);
    await toBeSeen('.first-round');
    await workbench.page.setViewportSize(NARROW);
    await toBeSeen('.first-round');
  });

  it('says which step it is and what is to do in it, and leads there', async () => {
    await expectText(part('.to-task'), /1 \/ 7 To do: When will you see the first face\?/);
    await part('.to-task').click();
    await toBeSeen('[data-section=first-face] h3');
    await expectText(part('.to-task'), /To do/);
  });

  it('leads from the notes back to the stage', async () => {
    await part('.to-stage').click();
    await toBeSeen('#stage [data-region=verdict]');
    await part('.to-notes').waitFor();
  });

  it('stays where it is when the keyboard goes to a bar that stays in sight', async () => {
    const place = (): Promise<number> =>
      part('.panel').evaluate(async (panel) => {
        await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
        return panel.scrollTop;
      });
    await part('.panel').evaluate((panel) => panel.scrollTo({ top: 0, behavior: 'instant' }));
    await part('.story-ways button').last().focus();
    await lesson.press('Tab');
    await part('#transport .play:focus').waitFor();
    assert.equal(await place(), 0, 'at the controls');
    await part('.panel').evaluate((panel) => panel.scrollTo({ top: 200, behavior: 'instant' }));
    await part('.to-notes').focus();
    await lesson.press('Shift+Tab');
    await part('.to-task:focus').waitFor();
    assert.equal(await place(), 200, 'at the line that leads to the notes');
  });

  it('shows the part of the stage that a step is seen on, wherever one reads', async () => {
    await part('.to-notes').click();
    await part('.to-stage').waitFor();
    await lesson.nextPhase();
    await toBeSeen('#stage [data-region=museum]');
  });

  it('shows verdict and film strip while rounds pass, wherever one reads', async () => {
    await part('.to-notes').click();
    await part('.to-stage').waitFor();
    await lesson.play();
    await toBeSeen('#filmstrip');
    await toBeSeen('#stage [data-region=verdict] .axis');
    await lesson.pause();
  });

  it('says at the number of the round that it looks back, and leads back to now', async () => {
    const latest = await lesson.round();
    await part('.rail .round').click();
    await lesson.press('Home');
    await expectText(part('.rail .round'), new RegExp(`Looking back\\s*0\\s*of ${latest}`));
    await part('.back-to-now').click();
    await expectText(part('.rail .round'), new RegExp(`Round\\s*${latest}$`));
    assert.equal(await part('.back-to-now').count(), 0);
  });

  it('shows the marked passage when the notes come to stand beside the stage', async () => {
    await lesson.nextPhase();
    const passage = await lesson.markedPassage();
    await workbench.page.setViewportSize(WIDE);
    await part('.way-line').waitFor({ state: 'detached' });
    await waitUntil('the marked passage in sight', () =>
      part(`[data-passage=${passage}]`).evaluate((element) => {
        const room = element.closest('.notes-text')?.getBoundingClientRect();
        const { top, bottom } = element.getBoundingClientRect();
        return (room !== undefined && top >= room.top - 1 && bottom <= room.bottom + 1) || undefined;
      }),
    );
  });

  it('moves nothing but the text when one goes on to the next step', async () => {
    const goOn = part('[data-step="4"] .step-end vscode-button');
    await goOn.scrollIntoViewIfNeeded();
    await waitUntil('every frame at its top', async () => (await shiftOfFrames()) === 0 || undefined);
    await goOn.click();
    await part('[data-step="5"] h2:focus').waitFor();
    assert.equal(await shiftOfFrames(), 0);
  });

  /** How many pixels the frames are shifted that VS Code puts the panel in, with all that they hold. */
  async function shiftOfFrames(): Promise<number> {
    const shifts = await Promise.all(
      workbench.page
        .frames()
        .map((frame) =>
          frame.evaluate(() =>
            [...document.querySelectorAll('html, body, #app, .monaco-workbench *')].reduce(
              (sum, element) => sum + (element.closest('.monaco-list') === null ? element.scrollTop : 0),
              0,
            ),
          ),
        ),
    );
    return shifts.reduce((sum, shift) => sum + shift, 0);
  }

  it('gives the browser nothing to complain about', () => {
    assert.deepEqual(workbench.problems, []);
  });
});
