import assert from 'node:assert/strict';
import type { Frame, Locator } from 'playwright-core';
import { accessibilityFaults } from './axe';
import { activityBarItem, extensionTitle, openWorkbench, waitUntil, type Workbench } from './harness';
import { LessonPage } from './lessonPage';

/** By then a face shows in the hints of the default run, on every seed that was tried. */
const FACE_IN_HINTS = 12;
const MOST_TO_A_FACE = 4;
const MOST_TO_A_PAINTING = 25;
/** Strokes along the hint that a newcomer makes. */
const STROKES = 4;

describe('The path of a newcomer from an empty VS Code', () => {
  let workbench: Workbench;
  let frame: Frame;
  let gestures = 0;

  before(async () => {
    workbench = await openWorkbench({ size: { width: 1440, height: 900 } });
  });
  after(() => workbench.close());

  /** Presses what is already in sight, with the mouse alone: whatever is out of sight cannot be pressed. */
  async function press(selector: string): Promise<void> {
    const target = frame.locator(selector).first();
    await target.waitFor();
    const at = await middleOf(target);
    assert.ok(at !== undefined, `${selector} is out of sight or covered`);
    const place = await boxOf(target);
    await workbench.page.mouse.click(at.x, at.y);
    gestures += 1;
    const after = await target.isVisible().then((seen) => (seen ? boxOf(target) : undefined));
    if (after !== undefined) {
      assert.deepEqual(after, place, `${selector} moved below the pointer`);
    }
  }

  async function boxOf(target: Locator): Promise<{ readonly left: number; readonly top: number }> {
    return target.evaluate(async (element) => {
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      const { left, top } = element.getBoundingClientRect();
      return { left: Math.round(left), top: Math.round(top) };
    });
  }

  /** The middle of an element in the window, if nothing lies over it there. */
  async function middleOf(target: Locator): Promise<{ x: number; y: number } | undefined> {
    const isOnTop = await target.evaluate((element) => {
      const { left, top, width, height } = element.getBoundingClientRect();
      const seen = document.elementFromPoint(left + width / 2, top + height / 2);
      return seen !== null && (element.contains(seen) || seen.contains(element));
    });
    const box = await target.boundingBox();
    return isOnTop && box !== null ? { x: box.x + box.width / 2, y: box.y + box.height / 2 } : undefined;
  }

  /** How far anything of the panel but the notes is scrolled. */
  const scrolled = (): Promise<number> =>
    frame.evaluate(() =>
      [...document.querySelectorAll('.panel, .main-column, .game')].reduce(
        (sum, element) => sum + element.scrollTop,
        0,
      ),
    );

  it('leads to the first face in three clicks', async () => {
    const { page } = workbench;
    await activityBarItem(page, extensionTitle).click();
    const first = page.locator('.monaco-list-row[role=treeitem]').first();
    await first.click();
    gestures += 2;
    ({ frame } = await LessonPage.find(page));
    await press('#transport .play');
    await waitUntil('the round with a face in its hints', () =>
      frame
        .locator('.rail .round b')
        .innerText()
        .then((round) => Number(round) >= FACE_IN_HINTS || undefined),
    );
    await frame.locator('#filmstrip .hint-tile .tile:not(.absent)').nth(2).waitFor();
    assert.ok(gestures <= MOST_TO_A_FACE, `${gestures} clicks`);
    assert.equal(await scrolled(), 0);
  });

  it('shows forger, inspector, ruler and film strip whole, with the tools below them', async () => {
    for (const part of ['.forger-figure', '.inspector-figure', '.axis-ends', '#filmstrip', '.tools']) {
      const isWhole = await frame
        .locator(part)
        .first()
        .evaluate((element) => {
          const { top, bottom } = element.getBoundingClientRect();
          return top >= 0 && bottom <= innerHeight;
        });
      assert.ok(isWhole, part);
    }
  });

  it('leads on to a painting of one’s own that is handed in', async () => {
    const before = gestures;
    await press('.be-forger');
    await frame.locator('.paint-canvas canvas').waitFor();
    await press('.hint-switch input');
    for (let stroke = 0; stroke < STROKES; stroke++) {
      await frame.locator('.follow-hint:not([disabled])').waitFor();
      await press('.follow-hint');
    }
    assert.deepEqual(await accessibilityFaults(frame, '.game'), []);
    await press('.hand-in');
    await frame.locator('.score-panel.learned').waitFor();
    assert.ok(gestures - before <= MOST_TO_A_PAINTING, `${gestures - before} clicks`);
    assert.equal(await scrolled(), 0);
  });

  it('gives the browser nothing to complain about', () => {
    assert.deepEqual(workbench.problems, []);
  });
});
