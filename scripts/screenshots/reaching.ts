import type { Page } from 'playwright-core';
import { GamePage } from '../../test/e2e/gamePage';
import { runCommand } from '../../test/e2e/harness';
import type { LessonPage } from '../../test/e2e/lessonPage';

/** How long a run may take to where a picture is taken, on a busy machine without a graphics card. */
export const PATIENCE_MS = 400_000;

export async function throughPhases(lesson: LessonPage, count: number): Promise<void> {
  for (let phase = 0; phase < count; phase++) {
    await lesson.nextPhase();
  }
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
