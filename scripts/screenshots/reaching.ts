import type { Page } from 'playwright-core';
import { restartFromForm, setInForm } from '../../test/e2e/formPage';
import { GamePage } from '../../test/e2e/gamePage';
import { activityBarItem, runCommand, webviewFrame } from '../../test/e2e/harness';
import { LessonPage } from '../../test/e2e/lessonPage';

/** How long a run may take to where a picture is taken, on a busy machine without a graphics card. */
export const PATIENCE_MS = 400_000;

export async function throughPhases(lesson: LessonPage, count: number): Promise<void> {
  for (let phase = 0; phase < count; phase++) {
    await lesson.nextPhase();
  }
}

/** A run on points, chosen in the form, before its first round. */
export async function startOnPoints(page: Page, data: string): Promise<LessonPage> {
  await activityBarItem(page, 'GAN Lessons').click();
  await LessonPage.start(page);
  await setInForm(page, 'data', data);
  await restartFromForm(page);
  // The run before is there to be commanded until this one is.
  await webviewFrame(page, '#stage.on-plane');
  return LessonPage.find(page);
}

/** Starts the experiment of a section, and waits until it has stopped by itself. */
export async function throughExperiment(lesson: LessonPage, section: string, round: number): Promise<void> {
  await lesson.section(section).locator('vscode-button', { hasText: 'Start and play' }).click();
  await lesson.frame
    .locator('.rail .round b', { hasText: new RegExp(`^${round}$`) })
    .waitFor({ timeout: PATIENCE_MS });
  await lesson.frame.locator('vscode-button.play', { hasText: 'Play' }).waitFor();
}

/** Opens a game over the lesson. */
export async function openGame(
  page: Page,
  lesson: LessonPage,
  who: 'Inspector' | 'Forger',
): Promise<GamePage> {
  await runCommand(page, `GAN: Be the ${who}`);
  const game = new GamePage(page, lesson.frame);
  await game.room.waitFor();
  return game;
}
