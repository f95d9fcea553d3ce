import type { Frame, Page } from 'playwright-core';
import { waitUntil } from './waitUntil';

/**
 * A webview's own document: among all open webviews, the one that holds an element.
 *
 * @param selector CSS of an element that no other webview has
 * @param seconds how long to wait for it
 * @returns a frame that lives until the webview is hidden, moved or loaded anew
 */
export function webviewFrame(page: Page, selector: string, seconds = 30): Promise<Frame> {
  return waitUntil(
    `a webview with ${selector}`,
    async () => {
      for (const frame of page.frames().filter(isWebviewContent)) {
        if (await holds(frame, selector)) {
          return frame;
        }
      }
      return undefined;
    },
    seconds,
  );
}

/** VS Code puts a webview's document into the inner of two frames. */
function isWebviewContent(frame: Frame): boolean {
  return (frame.parentFrame()?.parentFrame() ?? null) !== null;
}

async function holds(frame: Frame, selector: string): Promise<boolean> {
  try {
    return (await frame.locator(selector).count()) > 0;
  } catch {
    // The frame went away while it was asked.
    return false;
  }
}
