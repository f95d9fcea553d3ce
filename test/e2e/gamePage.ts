import type { Frame, Locator, Page } from 'playwright-core';
import { expectText, expectToBecome } from './expectations';
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

  /** Waits until a screen reader is told this. */
  async says(pattern: RegExp): Promise<void> {
    await expectText(this.room.locator('[role=status]'), pattern);
  }

  /** Presses a key once an element has the focus, which it gets a moment after it is shown. */
  async press(key: string, on: string): Promise<void> {
    try {
      await this.room.locator(`${on}:focus`).waitFor();
    } catch (error) {
      const focused = await this.room.evaluate(() => document.activeElement?.outerHTML.slice(0, 200));
      throw new Error(`The focus did not come to ${on}. It is on ${focused}.`, { cause: error });
    }
    await this.page.keyboard.press(key);
  }

  /** The samples that have a stamp. */
  private get stamped(): Locator {
    return this.room.locator('.card-row .printed');
  }

  /** Stamps the sample that is looked at, and waits for the stamp. */
  async stamp(key: string): Promise<void> {
    const before = await this.stamped.count();
    await this.press(key, '.small-card[aria-current=true]');
    await expectToBecome('the stamp', () => this.stamped.count(), before + 1);
  }

  /** Takes the last stamp back. */
  async takeBack(): Promise<void> {
    const before = await this.stamped.count();
    await this.press('Backspace', '.small-card[aria-current=true]');
    await expectToBecome('the stamp to go', () => this.stamped.count(), before - 1);
  }

  /** Stamps all samples of a hand that have no stamp yet, real and fake in turn, and asks for the truth. */
  async playHand(): Promise<void> {
    await this.room.locator('.small-card:focus').waitFor();
    for (let card = await this.stamped.count(); card < HAND; card++) {
      await this.stamp(card % 2 === 0 ? 'ArrowRight' : 'ArrowLeft');
    }
    await this.press('Enter', '.reveal');
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
