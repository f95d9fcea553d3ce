import { createHash } from 'node:crypto';
import type { Frame, Locator, Page } from 'playwright-core';
import { PHASES } from '../../src/shared/domain/phases';
import { expectToBecome } from './expectations';
import { runCommand, waitUntil, webviewFrame } from './harness';
import { chooseFromList } from './quickInput';

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

/** What the status bar says of the run: its round, NaN as long as it names none, and whether it plays. */
export async function runStatus(page: Page): Promise<{ readonly round: number; readonly playing: boolean }> {
  const item = page.locator('.statusbar-item[id*="ganLessons.run"]');
  const [text, label] = [await item.innerText(), await item.locator('a').getAttribute('aria-label')];
  return { round: Number(/Round (\d+)/.exec(text)?.[1]), playing: label?.endsWith('playing') === true };
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
    const tab = page.locator('.tab', { hasText: title.replace(/^\d+\. /, '') });
    await waitUntil(`the lesson "${title}"`, async () => {
      await runCommand(page, 'GAN: Choose Lesson…');
      await chooseFromList(page, title);
      return tab.waitFor({ timeout: 10_000 }).then(
        () => true,
        () => undefined,
      );
    });
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

  /** Waits until the panel's document is no more: VS Code keeps that of a hidden panel for a moment. */
  async gone(): Promise<void> {
    await waitUntil('the panel to go', () => Promise.resolve(this.frame.isDetached() || undefined));
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

  /** Clicks a button of the transport once the run is there to be commanded: before, the click would be lost. */
  private async click(name: string): Promise<void> {
    await this.frame
      .locator(`.panel[aria-busy=false] vscode-button.${name}:not([disabled])`)
      .click({ timeout: patience });
  }

  async nextPhase(): Promise<void> {
    const before = await this.phase();
    await this.click('phase');
    await expectToBecome(`the phase after ${before}`, () => this.phase(), (before % PHASES.length) + 1);
  }

  async nextRound(): Promise<void> {
    const inProgress = await this.phase();
    const target = (await this.round()) + (inProgress > 0 && inProgress < PHASES.length ? 0 : 1);
    await this.click('round-step');
    await expectToBecome(
      `the end of round ${target}`,
      async () => ({ round: await this.round(), phase: await this.phase() }),
      { round: target, phase: 0 },
    );
  }

  /** Lets the run play until it has come to a round, and pauses it. */
  async playTo(round: number): Promise<void> {
    await this.play();
    await this.reaches(round);
    await this.pause();
  }

  /** Waits until a run that plays has come to a round. */
  async reaches(round: number): Promise<void> {
    await waitUntil(
      `round ${round}`,
      async () => (await this.round()) >= round || undefined,
      patience / 1000,
    );
  }

  async play(): Promise<void> {
    await this.frame.locator('vscode-button.play', { hasText: 'Play' }).click();
    await this.frame.locator('vscode-button.play', { hasText: 'Pause' }).waitFor();
  }

  /** Pauses a run that plays, and waits until it stands. */
  async pause(): Promise<void> {
    await this.frame.locator('vscode-button.play', { hasText: 'Pause' }).click();
    await this.stands();
  }

  /** Waits until the run stands. The last rounds are still on their way when the button says "Play" again. */
  async stands(): Promise<void> {
    await this.frame.locator('vscode-button.play', { hasText: 'Play' }).waitFor({ timeout: patience });
    await waitUntil('the run to stand', async () => {
      const { round, playing } = await runStatus(this.page);
      return (!playing && round === (await this.round())) || undefined;
    });
  }

  /** A section of the notes. */
  section(id: string): Locator {
    return this.frame.locator(`[data-section=${id}]`);
  }

  /** Answers a question or prediction with its first option, and hands it in. */
  async answerFirst(section: string): Promise<void> {
    const card = this.section(section);
    await card.locator('.options input').first().check();
    // A prediction is given only together with how sure one is.
    const confidence = card.locator('.confidence input');
    if ((await confidence.count()) > 0) {
      await confidence.first().check();
    }
    await card.locator('.exercise-actions vscode-button').first().click();
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

  /**
   * Waits until all running animations have come to their end, so that colours and places are those that stay. What a
   * change sets in motion begins with the next picture that is painted.
   */
  async atRest(): Promise<void> {
    await waitUntil('the stage to come to rest', () =>
      this.frame.evaluate(async () => {
        await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
        return document.getAnimations().some(({ playState }) => playState === 'running') ? undefined : true;
      }),
    );
  }

  /** Presses a key as soon as the panel hears it: after a command, VS Code gives the keyboard back a moment later. */
  async press(key: string): Promise<void> {
    await waitUntil('the keyboard in the panel', () =>
      this.frame.evaluate(() => document.hasFocus() || undefined),
    );
    await this.page.keyboard.press(key);
  }
}
