import type { Frame, Page } from 'playwright-core';
import { activityBarItem, extensionTitle, webviewFrame } from './harness';
import { LessonPage } from './lessonPage';

/** The form with all hyperparameters, also those that the lesson has not taught yet and hides. */
export async function wholeForm(page: Page): Promise<Frame> {
  const form = await webviewFrame(page, '.form');
  await form.locator('.hidden-line button', { hasText: 'Show them' }).click();
  await form.locator('.hidden-line button', { hasText: 'Hide them' }).waitFor();
  return form;
}

/** Gives a hyperparameter that the form shows another value. */
export async function setHyperparameter(page: Page, name: string, value: string): Promise<void> {
  const form = await webviewFrame(page, '.form');
  const field = form.locator(`[data-hyperparameter=${name}]`);
  await field.waitFor();
  const choice = field.locator('select');
  if ((await choice.count()) > 0) {
    await choice.selectOption(value);
    return;
  }
  const input = field.locator('input:not([type=range])');
  await input.fill(value);
  await input.press('Enter');
}

/** Starts the run anew with what the form has. */
export async function restartFromForm(page: Page): Promise<void> {
  const form = await webviewFrame(page, '.form');
  await form.locator('.apply-bar vscode-button').click();
}

/** A run on points in the lesson at which one is, chosen in the form, before its first round. */
export async function startOnPoints(page: Page, data: string): Promise<LessonPage> {
  await activityBarItem(page, extensionTitle).click();
  const { frame } = await LessonPage.start(page);
  await setHyperparameter(page, 'data', data);
  await restartFromForm(page);
  // The run before is there to be commanded until this one is.
  await frame.locator('#stage.on-plane').waitFor();
  return LessonPage.find(page);
}
