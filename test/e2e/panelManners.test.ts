import assert from 'node:assert/strict';
import {
  activityBarItem,
  extensionTitle,
  openWorkbench,
  runCommand,
  setTheme,
  waitUntil,
  type Workbench,
} from './harness';
import { LessonPage } from './lessonPage';

/** What a page may have at most, so that it stays quick. */
const MOST_ELEMENTS = 1500;
/** In a light theme nothing is drawn as dark as the ground of a dark one; the sum of red, green and blue. */
const DARK = 3 * 45;

/** Between two pictures of the film strip, in CSS pixels. */
const LEAST_GAP = 4;

describe('The lesson panel', () => {
  let workbench: Workbench;
  let lesson: LessonPage;

  before(async () => {
    workbench = await openWorkbench({ size: { width: 1400, height: 900 } });
    lesson = await LessonPage.start(workbench.page);
  });
  after(() => workbench.close());

  const elements = (): Promise<number> => lesson.frame.locator('*').count();

  it('keeps an answer that is not given yet while something else covers it', async () => {
    const reason = () => lesson.frame.locator('.exercise textarea').first();
    await reason().fill('She has to guess.');
    await runCommand(workbench.page, 'GAN: Open Glossary');
    await waitUntil('the page of the panel to go', async () => lesson.frame.isDetached() || undefined);
    lesson = await LessonPage.start(workbench.page);
    assert.equal(await reason().inputValue(), 'She has to guess.');
  });

  it('has few elements, whatever of the evidence is open', async () => {
    await lesson.playTo(30);
    for (const tab of ['progress', 'losses', 'walk', 'overview', 'log']) {
      await lesson.openTab(tab);
      assert.ok((await elements()) < MOST_ELEMENTS, `${await elements()} with ${tab}`);
    }
  });

  it('says what going on from an earlier round gives up, before it happens', async () => {
    const latest = await lesson.round();
    await lesson.frame.locator('.rail .round').click();
    await lesson.press('Home');
    await lesson.frame.locator('.track-note', { hasText: `rounds 1 to ${latest}` }).waitFor();
    assert.equal(await lesson.frame.locator('.first-round').count(), 0, 'no first round is offered');
    await lesson.press('End');
    await waitUntil('the latest round', async () => (await lesson.round()) === latest || undefined);
  });

  it('draws its charts in the colours of the theme that was chosen meanwhile', async () => {
    await lesson.openTab('progress');
    await lesson.frame.locator('[data-chart=accuracy] canvas').waitFor();
    await setTheme(workbench.page, 'light');
    await waitUntil('a chart without the colours of the dark theme', () =>
      lesson.frame.locator('[data-chart=accuracy] canvas').evaluate((canvas, dark) => {
        if (!(canvas instanceof HTMLCanvasElement)) {
          return undefined;
        }
        const { width, height } = canvas;
        const pixels = canvas.getContext('2d')?.getImageData(0, 0, width, height).data ?? [];
        for (let at = 0; at < pixels.length; at += 4) {
          const [red = 0, green = 0, blue = 0, alpha = 0] = pixels.slice(at, at + 4);
          if (alpha === 255 && red + green + blue < dark) {
            return undefined;
          }
        }
        return true;
      }, DARK),
    );
  });

  it('moves nothing for those who asked for less motion', async () => {
    await workbench.page.emulateMedia({ reducedMotion: 'reduce' });
    for (let phase = 1; phase <= 7; phase++) {
      await lesson.nextPhase();
      const moving = await lesson.frame.evaluate(
        () => document.getAnimations().filter(({ playState }) => playState === 'running').length,
      );
      assert.equal(moving, 0, `phase ${phase}`);
    }
    await workbench.page.emulateMedia({ reducedMotion: null });
  });

  it('keeps the pictures of the film strip apart in every width', async () => {
    for (const width of [1000, 1180, 1260, 1340, 1420, 1500, 1600]) {
      await workbench.page.setViewportSize({ width, height: 900 });
      await waitUntil(`room between the pictures in a window of ${width} pixels`, () =>
        lesson.frame
          .locator('#filmstrip li > .tile, #filmstrip li > button > .tile')
          .evaluateAll((tiles, least) => {
            const boxes = tiles.map((tile) => tile.getBoundingClientRect());
            const gaps = boxes.slice(1).map(({ left }, index) => left - (boxes[index]?.right ?? left));
            return (gaps.length > 0 && gaps.every((gap) => gap >= least)) || undefined;
          }, LEAST_GAP),
      );
    }
  });

  it('lists the keys from the first one on, with the button in sight, in a low window, too', async () => {
    await workbench.page.setViewportSize({ width: 1400, height: 460 });
    await lesson.frame.locator('.rail .round').click();
    await lesson.press('?');
    for (const part of ['h2', 'kbd', ':scope > vscode-button']) {
      await waitUntil(`${part} in sight`, () =>
        lesson.frame
          .locator('.help-dialog[open]')
          .locator(part)
          .first()
          .evaluate((element) => {
            const { top, bottom } = element.getBoundingClientRect();
            return (top >= 0 && bottom <= innerHeight) || undefined;
          }),
      );
    }
    await lesson.press('Escape');
    await lesson.frame.locator('.help-dialog[open]').waitFor({ state: 'detached' });
    await workbench.page.setViewportSize({ width: 1400, height: 900 });
  });

  it('draws each arrow of the data flow up to its box', async () => {
    await workbench.page.setViewportSize({ width: 1300, height: 900 });
    await lesson.openTab('overview');
    await waitUntil('the verdicts right below the discriminator', () =>
      lesson.frame.locator('.flow').evaluate((flow) => {
        const box = (id: string) => flow.querySelector(`[data-box=${id}]`)?.getBoundingClientRect();
        const arrow = flow.querySelector('.flow-discriminator .flow-arrow')?.getBoundingClientRect();
        const [above, below] = [box('discriminator'), box('verdict')];
        return (
          (above !== undefined &&
            below !== undefined &&
            arrow !== undefined &&
            Math.abs(above.left - below.left) < 1 &&
            Math.abs(above.right - below.right) < 1 &&
            arrow.bottom <= below.top + 1) ||
          undefined
        );
      }),
    );
  });

  it('leads to the notes where they are below the stage', async () => {
    await workbench.page.setViewportSize({ width: 700, height: 800 });
    // One may have been reading before: then the line leads back to the stage.
    await lesson.frame.locator('#stage').scrollIntoViewIfNeeded();
    await lesson.frame.locator('.to-notes').click();
    await lesson.frame.locator('#notes:focus').waitFor();
    await waitUntil('the notes in sight', () =>
      lesson.frame
        .locator('#notes')
        .evaluate((notes) => (notes.getBoundingClientRect().top < innerHeight / 2 ? true : undefined)),
    );
  });

  it('gives the browser nothing to complain about', () => {
    assert.deepEqual(workbench.problems, []);
  });
});

describe('The lesson panel beside a wide list of lessons', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await openWorkbench({ size: { width: 900, height: 900 } });
  });
  after(() => workbench.close());

  it('opens at the step that was chosen in the list, where the notes stand below the stage', async () => {
    const { page } = workbench;
    await activityBarItem(page, extensionTitle).click();
    // The list unfolds the lesson that is opened.
    const lesson = await LessonPage.start(page);
    const step = page.locator('.monaco-list-row[role=treeitem]', { hasText: 'When is it over?' });
    await step.waitFor();
    await runCommand(page, 'View: Close Editor');
    await lesson.gone();
    await step.click();
    const opened = await LessonPage.find(page);
    const heading = opened.frame.locator('[data-step-id=when-is-it-over] h2');
    await waitUntil('the heading of the step', () =>
      heading.evaluate((element) => {
        const { top, bottom } = element.getBoundingClientRect();
        return (top >= 0 && bottom <= innerHeight) || undefined;
      }),
    );
    await opened.frame.locator('[data-step-id=when-is-it-over] h2:focus').waitFor();
  });
});
