import type { Page } from 'playwright-core';

/** An error that the browser reported. */
export interface BrowserProblem {
  kind: 'error' | 'exception' | 'content security policy';
  text: string;
  /** The script or document that it comes from; empty when the browser does not say. */
  source: string;
}

const refusal = /Content Security Policy/;

/** VS Code's own scripts and pages, but not the document of a webview, which VS Code loads from fake.html. */
const ownSource = /\/static\/(?!.*\/fake\.html)/;
const namesExtension = /gan-?lessons/i;

/** Without a source in Firefox: the style with which Playwright prepares a picture, and accounts of VS Code. */
const firefoxNoise = /sha256-YjaKGiklmzC6wjXA513HAMmzus8VE61XCOT\+SmwNZWA=|authentication provider 'github'/;

/** Whether VS Code complains about itself: accounts that it cannot reach, modules that this build does not bring. */
function isOwnComplaint(text: string, source: string): boolean {
  return (ownSource.test(source) && !namesExtension.test(text)) || firefoxNoise.test(text);
}

/**
 * Collects what goes wrong in the extension's webviews and their workers, and what VS Code says about the extension:
 * console errors, exceptions, and violations of a content security policy.
 *
 * @returns a list that grows as long as the page is open
 */
export function collectProblems(page: Page): BrowserProblem[] {
  const problems: BrowserProblem[] = [];
  page.on('console', (message) => {
    const text = message.text();
    const source = message.location().url;
    if (isOwnComplaint(text, source)) {
      return;
    }
    if (refusal.test(text)) {
      problems.push({ kind: 'content security policy', text, source });
    } else if (message.type() === 'error') {
      problems.push({ kind: 'error', text, source });
    }
  });
  page.on('pageerror', (error) => {
    const text = error.stack ?? error.message;
    if (!isOwnComplaint(text, text)) {
      problems.push({ kind: 'exception', text, source: '' });
    }
  });
  return problems;
}
