import type { Frame, Locator, Page } from 'playwright-core';
import { waitUntil } from './harness';

/** Samples that are dealt at a time. */
const HAND = 16;

/** The game that is open over the lesson panel, as a person plays it by keyboard. */
export class GamePage {
  readonly room: Locator;

  constructor(
    private readonly page: Page,
    frame: Frame,
  ) {
    this.room = frame.locator('dialog.game[open]');
  }

  /** What a screen reader was told last. */
  said(): Promise<string> {
    return this.room.locator('[role=status]').innerText();
  }

  /** Stamps all samples of a hand, real and fake in turn, and asks for the truth. */
  async playHand(): Promise<void> {
    await this.room.locator('.small-card:focus').waitFor();
    for (let card = 0; card < HAND; card++) {
      await this.page.keyboard.press(card % 2 === 0 ? 'ArrowRight' : 'ArrowLeft');
      await this.room.locator('.card-row .printed').nth(card).waitFor({ state: 'attached' });
    }
    await this.room.locator('.reveal:focus').waitFor();
    await this.page.keyboard.press('Enter');
    await this.room.locator('.truth').waitFor();
  }

  /** The inspector's opinion, as it stands in large figures. */
  score(): Promise<string> {
    return this.room.locator('.big-score b').innerText();
  }

  /** The score once it is another one than this. */
  scoreOtherThan(before: string): Promise<string> {
    return waitUntil('another score', async () => {
      const now = await this.score();
      return now !== before && now !== '–' ? now : undefined;
    });
  }

  /** Moves the focus on with the tab key until it is on this. */
  async tabTo(selector: string): Promise<void> {
    await waitUntil(`the focus on ${selector}`, async () => {
      const there = await this.room.locator(`${selector}:focus`).count();
      if (there > 0) {
        return true;
      }
      await this.page.keyboard.press('Tab');
      return undefined;
    });
  }

  async leave(): Promise<void> {
    await this.page.keyboard.press('Escape');
    await this.room.waitFor({ state: 'detached' });
  }
}
