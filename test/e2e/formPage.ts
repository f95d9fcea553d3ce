import type { Frame, Page } from 'playwright-core';
import { webviewFrame } from './harness';

/** The form with all hyperparameters, also those that the lesson has not taught yet and hides. */
export async function wholeForm(page: Page): Promise<Frame> {
  const form = await webviewFrame(page, '.form');
  await form.locator('.hidden-line button', { hasText: 'Show them' }).click();
  await form.locator('.hidden-line button', { hasText: 'Leave them out' }).waitFor();
  return form;
}

/** Gives a hyperparameter that the form shows another value. */
export async function setInForm(page: Page, name: string, value: string): Promise<void> {
  const form = await webviewFrame(page, '.form');
  const field = form.locator(`[data-hyperparameter=${name}]`);
  const choice = field.locator('select');
  if ((await choice.count()) > 0) {
    await choice.selectOption(value);
    return;
  }
  const input = field.locator('input:not([type=range])');
  await input.fill(value);
  await input.press('Enter');
}

/** Starts the run that the form asks for. */
export async function restartFromForm(page: Page): Promise<void> {
  const form = await webviewFrame(page, '.form');
  await form.locator('.apply-bar vscode-button').click();
}
