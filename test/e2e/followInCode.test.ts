import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { openWorkbench, runCommand, screenshot, waitUntil, type Workbench } from './harness';
import { LessonPage } from './lessonPage';

describe('A person who follows in code', () => {
  let workbench: Workbench;
  let lesson: LessonPage;
  let editor: Locator;

  before(async () => {
    workbench = await openWorkbench({ size: { width: 1600, height: 900 } });
    lesson = await LessonPage.start(workbench.page);
    await runCommand(workbench.page, 'GAN: Follow in Code');
    await workbench.page.getByRole('option').filter({ hasText: 'PyTorch' }).click();
    editor = workbench.page.locator('.editor-instance', { hasText: 'torch' });
    await editor.locator('.view-line').first().waitFor();
    // The panel is narrower now; its page is the same.
    lesson = await LessonPage.find(workbench.page);
  });
  after(() => workbench.close());

  /** The lines that stand at the height of a mark. */
  async function litText(): Promise<string> {
    const marks = await editor
      .locator('.view-overlays > div')
      .evaluateAll((rows) =>
        rows.flatMap((row) =>
          row.querySelector('[class*="ced-"]') ? [row.getBoundingClientRect().top] : [],
        ),
      );
    const lines = await editor.locator('.view-line').evaluateAll((rows) =>
      rows.map((row) => ({
        top: row.getBoundingClientRect().top,
        text: [
          row.textContent,
          // What an extension adds behind a line is content of the style sheet.
          ...[...row.querySelectorAll('[class*="ced-"]')].map(
            (note) => getComputedStyle(note, '::after').content,
          ),
        ].join(' '),
      })),
    );
    return lines
      .filter(({ top }) => marks.some((mark) => Math.abs(mark - top) < 2))
      .map(({ text }) => text.replaceAll('\u00a0', ' '))
      .join('\n');
  }

  it('sees the lines of each phase marked as the phases pass', async () => {
    await lesson.nextPhase();
    await waitUntil(
      'the first phase in the code',
      async () => (await litText()).includes('real = ') || undefined,
    );
    await lesson.nextPhase();
    await waitUntil('the second phase in place of the first', async () => {
      const lit = await litText();
      return (lit.includes('fake = generator') && !lit.includes('real = originals')) || undefined;
    });
    await lesson.nextPhase();
    await lesson.nextPhase();
    await waitUntil(
      'the loss with its value',
      async () => /ln D\(x\).*= \d\.\d{3}/.test(await litText()) || undefined,
    );
    await screenshot(workbench.page, 'follow-in-code');
  });

  it('lights the phase of a line that is chosen, and the run stays where it is', async () => {
    await editor.locator('.view-line', { hasText: 'originals[chosen]' }).click();
    await lesson.frame.locator('[data-region=museum].lit').waitFor();
    assert.equal(await lesson.phase(), 4);
    await waitUntil(
      'the mark on the phase that was done',
      async () => (await litText()).includes('loss_d') || undefined,
    );
    await editor.locator('.monaco-editor.focused').waitFor();
    await workbench.page.keyboard.press('ArrowDown');
    await workbench.page.keyboard.press('ArrowDown');
    await workbench.page.keyboard.press('ArrowDown');
    await waitUntil('the forger', async () => (await lesson.markedPassage()) !== 'museum-lends' || undefined);
  });
});
