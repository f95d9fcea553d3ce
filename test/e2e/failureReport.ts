import { mkdir } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { inRepository } from '../vscode/repository';

/** Enough of a page's text to see where it stands. */
const MOST_TEXT = 300;

/**
 * What all windows show at the moment of a failure, in words for a log without pictures, and as pictures below
 * out/screenshots.
 *
 * @param name of the test that failed
 */
export async function reportFailure(browser: Browser, name: string): Promise<string> {
  const pages = browser.contexts().flatMap((context) => context.pages());
  const folder = inRepository('out/screenshots');
  await mkdir(folder, { recursive: true });
  const reports = await Promise.all(
    pages.map(async (page, index) => {
      const file = `failed-${name.replace(/\W+/g, '-')}-${index}.png`;
      await page.screenshot({ path: `${folder}/${file}` }).catch(() => undefined);
      return `Window ${index} (${file}):\n${await describePage(page)}`;
    }),
  );
  return reports.join('\n');
}

/** The tab, the notifications and the text of each document in the window. */
async function describePage(page: Page): Promise<string> {
  const texts = (selector: string) =>
    page
      .locator(selector)
      .allInnerTexts()
      .catch(() => ['?']);
  const documents = await Promise.all(
    page.frames().map((frame) =>
      frame
        .locator('main, body')
        .first()
        .innerText({ timeout: 1000 })
        .then((text) => `  ${new URL(frame.url()).protocol} ${shortened(text)}`)
        .catch(() => `  ${frame.url().slice(0, MOST_TEXT)} without text`),
    ),
  );
  return [
    `  tab: ${(await texts('.tab.active')).join(', ')}`,
    `  notifications: ${(await texts('.notification-toast')).map(shortened).join(' | ')}`,
    `  status bar: ${(await texts('.statusbar-item')).map(shortened).join(' | ')}`,
    ...documents,
  ].join('\n');
}

function shortened(text: string): string {
  return text.replace(/\s+/g, ' ').trim().slice(0, MOST_TEXT);
}
