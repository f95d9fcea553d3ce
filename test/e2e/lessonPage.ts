import { createHash } from 'node:crypto';
import type { Frame, Locator, Page } from 'playwright-core';
import { runCommand, waitUntil, webviewFrame } from './harness';

/** How long a round may take on a busy machine without a GPU. */
const patience = 60_000;

/** What a person reads off one card of the verdict. */
export interface ReadCard {
  /** The accessible name. */
  name: string;
  /** As it stands on the plate. */
  percent: string;
  /** Whether anything in the document tells the truth about it. */
  toldAs: 'real' | 'forged' | 'unknown';
}

/** The open lesson panel, as a person uses it. */
export class LessonPage {
  private constructor(
    private readonly page: Page,
    readonly frame: Frame,
  ) {}

  /** Starts the lesson from the command palette and waits until the networks exist. */
  static async start(page: Page): Promise<LessonPage> {
    await runCommand(page, 'GAN: Start Lesson');
    return LessonPage.find(page);
  }

  /** Opens the lesson with this number and title from the list of all lessons. */
  static async choose(page: Page, title: string): Promise<LessonPage> {
    await runCommand(page, 'GAN: Choose Lesson…');
    const row = page.locator('.quick-input-list .monaco-list-row', { hasText: title }).first();
    await row.waitFor();
    await page.keyboard.type(title);
    await page.keyboard.press('Enter');
    return LessonPage.find(page);
  }

  /** The panel that is already open, once its run is there. */
  static async find(page: Page): Promise<LessonPage> {
    const frame = await webviewFrame(page, '#stage');
    await frame
      .locator('.panel[aria-busy=false] vscode-button.phase:not([disabled])')
      .waitFor({ timeout: patience });
    return new LessonPage(page, frame);
  }

  async round(): Promise<number> {
    return Number(await this.frame.locator('.rail .round b').innerText());
  }

  /** The number of the phase that was done last, 1 to 7; 0 between rounds that passed whole. */
  async phase(): Promise<number> {
    const current = await this.frame.locator('#phases li').evaluateAll((items) => {
      return items.findIndex((item) => item.querySelector('[aria-current=step]') !== null);
    });
    return current + 1;
  }

  async nextPhase(): Promise<void> {
    const before = await this.phase();
    await this.frame.locator('vscode-button.phase').click();
    await waitUntil('the next phase', async () => (await this.phase()) !== before || undefined);
  }

  async nextRound(): Promise<void> {
    const inProgress = await this.phase();
    const target = (await this.round()) + (inProgress > 0 && inProgress < 7 ? 0 : 1);
    await this.frame.locator('vscode-button.round-step').click();
    await waitUntil(
      `the end of round ${target}`,
      async () => ((await this.round()) === target && (await this.phase()) === 0) || undefined,
    );
  }

  /** Lets the run play until it has come to a round, and pauses it. */
  async playTo(round: number): Promise<void> {
    await this.frame.locator('vscode-button.play').click();
    await waitUntil(
      `round ${round}`,
      async () => (await this.round()) >= round || undefined,
      patience / 1000,
    );
    await this.frame.locator('vscode-button.play').click();
    await this.frame.locator('vscode-button.play', { hasText: 'Play' }).waitFor();
  }

  /** A section of the notes. */
  section(id: string): Locator {
    return this.frame.locator(`[data-section=${id}]`);
  }

  /** Opens one of the views of how the run goes. */
  async openTab(name: string): Promise<void> {
    await this.frame.locator(`#evidence-tab-${name}`).click();
    await this.frame.locator(`#evidence[data-tab=${name}]`).waitFor();
  }

  async cards(): Promise<ReadCard[]> {
    return this.frame.locator('[data-region=truth] .card').evaluateAll((cards) =>
      cards.map((card) => ({
        name: card.getAttribute('aria-label') ?? '',
        // The plate's text counts up to it.
        percent: card.querySelector('.plate-number')?.getAttribute('data-text') ?? '',
        toldAs: card.matches('.real') ? 'real' : card.matches('.forged') ? 'forged' : 'unknown',
      })),
    );
  }

  /** A digest of the pixels of each picture in a part of the stage, without those that only fade while it moves. */
  async pictures(region: string): Promise<string[]> {
    const urls = await this.frame
      .locator(`[data-region=${region}] canvas:not(.veil)`)
      .evaluateAll((canvases) =>
        canvases.map((canvas) => (canvas instanceof HTMLCanvasElement ? canvas.toDataURL() : '')),
      );
    return urls.map((url) => createHash('sha256').update(url).digest('hex').slice(0, 16));
  }

  async storyline(): Promise<string> {
    return this.frame.locator('#storyline').innerText();
  }

  /** The id of the passage that is marked in the notes. */
  async markedPassage(): Promise<string | null> {
    const marked = this.frame.locator('.passage.marked').first();
    return (await marked.count()) > 0 ? marked.getAttribute('data-passage') : null;
  }

  async press(key: string): Promise<void> {
    await this.page.keyboard.press(key);
  }
}
