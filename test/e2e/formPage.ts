import type { Frame, Page } from 'playwright-core';
import { webviewFrame } from './harness';

/** The form with all hyperparameters, also those that the lesson has not taught yet and hides. */
export async function wholeForm(page: Page): Promise<Frame> {
  const form = await webviewFrame(page, '.form');
  await form.locator('.hidden-line button', { hasText: 'Show them' }).click();
  await form.locator('.hidden-line button', { hasText: 'Leave them out' }).waitFor();
  return form;
}
