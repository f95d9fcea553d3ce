import type { Page } from 'playwright-core';
import { waitUntil } from './harness';

/**
 * What a list of VS Code offers: types words of the choice, and takes it by key once it is the one that is marked. By
 * pointer it cannot always be taken, because VS Code lays a row's tooltip over the rows.
 */
export async function chooseFromList(page: Page, words: string): Promise<void> {
  const list = page.locator('.quick-input-widget:visible');
  const input = list.locator('input[type=text]');
  await input.fill(words);
  await list.locator('.monaco-list-row.focused', { hasText: words }).waitFor();
  await input.press('Enter');
}

/**
 * What VS Code asks for in a field: takes an answer once the question is there.
 *
 * @param question words that stand in the field's box
 * @param text without it, the answer that VS Code proposes
 */
export async function answer(page: Page, question: RegExp, text?: string, timeout = 30_000): Promise<void> {
  const box = page.locator('.quick-input-widget:visible', { hasText: question });
  const input = box.locator('input[type=text]');
  await input.waitFor({ timeout });
  if (text !== undefined) {
    await input.fill(text);
  }
  await input.press('Enter');
}

/**
 * Which file or folder VS Code asks for: takes a path once the dialog shows where it begins, because what is typed before
 * is mixed with that.
 */
export async function answerPath(page: Page, question: RegExp, file: string): Promise<void> {
  const box = page.locator('.quick-input-widget:visible', { hasText: question });
  const input = box.locator('input[type=text]');
  await input.waitFor();
  await waitUntil('the place at which the dialog begins', async () =>
    (await input.inputValue()).startsWith('/') ? true : undefined,
  );
  await input.fill(file);
  await input.press('Enter');
}
