import assert from 'node:assert/strict';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { inRepository } from '../vscode/repository';
import { expectText, expectToBecome } from './expectations';
import { openWorkbench, runCommand, screenshot, waitUntil, webviewFrame, type Workbench } from './harness';
import { LessonPage } from './lessonPage';
import { decodeGif } from './movingPicture';

/** The last byte of every GIF. */
const END_OF_GIF = 0x3b;

describe('A person who takes something along', () => {
  let workbench: Workbench;
  let lesson: LessonPage;

  before(async () => {
    workbench = await openWorkbench();
    lesson = await LessonPage.start(workbench.page);
    for (let phase = 1; phase <= 4; phase++) {
      await lesson.nextPhase();
    }
  });
  after(() => workbench.close());

  /** Chooses from the menu, and takes the place that the dialog proposes. */
  async function take(words: string): Promise<void> {
    await lesson.frame.locator('.take-along summary').click();
    await lesson.frame.locator('.take-along li button', { hasText: words }).click();
    const dialog = workbench.page.locator('.quick-input-widget');
    await dialog.getByRole('button', { name: 'OK' }).click();
  }

  async function openSaved(): Promise<void> {
    await runCommand(workbench.page, 'Notifications: Show Notifications');
    const saved = workbench.page.locator('.notifications-center .notification-list-item', {
      hasText: 'Saved as',
    });
    await saved.first().getByRole('button', { name: 'Open' }).click();
  }

  it('gets the stage as a picture with the colours that are on the screen', async () => {
    await take('Stage (PNG)');
    await openSaved();
    const preview = await webviewFrame(workbench.page, 'img');
    const { width, height } = await waitUntil('the picture to be loaded', () =>
      preview
        .locator('img')
        .evaluate((image) =>
          image instanceof HTMLImageElement && image.complete && image.naturalWidth > 0
            ? { width: image.naturalWidth, height: image.naturalHeight }
            : undefined,
        ),
    );
    assert.ok(width > 800 && height > 600, `${width} x ${height}`);
    await screenshot(workbench.page, 'take-along-stage');
  });

  it('gets a table that VS Code opens', async () => {
    lesson = await LessonPage.start(workbench.page);
    await take('Metrics');
    await openSaved();
    await workbench.page.locator('.view-line', { hasText: 'round,discriminatorLoss' }).waitFor();
  });

  it('gets a film that moves from scribbles to faces, and stands still at its end', async () => {
    lesson = await LessonPage.start(workbench.page);
    await lesson.playTo(40);
    await take('Film strip (GIF)');
    const { folder, page } = workbench;
    const bytes = await waitUntil('the film', async () => {
      const file = (await readdir(folder)).find((name) => name.endsWith('.gif'));
      const written = file === undefined ? Buffer.of() : await readFile(path.join(folder, file));
      return written.at(-1) === END_OF_GIF ? written : undefined;
    });
    await writeFile(inRepository('out', 'screenshots', 'film.gif'), bytes);
    const film = await decodeGif(page, bytes);
    assert.ok(film.durations.length >= 8, `${film.durations.length} pages`);
    assert.ok((film.durations.at(-1) ?? 0) > 4 * (film.durations[0] ?? 0), 'the end stands longest');
    assert.ok(film.change > 0.5, `${film.change} of the pixels changed`);
  });

  it('gets the whole run, and opens it again after another one was begun', async () => {
    const { folder, page } = workbench;
    lesson = await LessonPage.start(page);
    const round = await lesson.round();
    await take('Run file');
    const name = await waitUntil('the file of the run', async () =>
      (await readdir(folder)).find((file) => file.endsWith('.ganrun')),
    );
    assert.equal(name, `portraits-round-${round}.ganrun`);
    await lesson.frame.locator('vscode-button.restart').click();
    await expectToBecome('another run', () => lesson.round(), 0);
    await lesson.nextRound();
    await runCommand(page, 'GAN: Open Run…');
    const dialog = page.locator('.quick-input-widget:visible', { hasText: 'Open a run' });
    await dialog.getByRole('option').filter({ hasText: name }).click();
    await expectToBecome('the run of the file', () => lesson.round(), round);
    await expectText(lesson.frame.locator('.run-before'), /Your previous run is at round 1\./);
    await screenshot(page, 'run-opened');
  });

  it('opens and closes the menu with the keyboard', async () => {
    lesson = await LessonPage.start(workbench.page);
    const title = lesson.frame.locator('.take-along summary');
    await title.focus();
    await lesson.press('Enter');
    await lesson.frame.locator('.take-along[open]').waitFor();
    await lesson.press('Tab');
    await lesson.frame.locator('.take-along li button:focus').waitFor();
    await lesson.press('Escape');
    await lesson.frame.locator('.take-along:not([open])').waitFor();
    await lesson.frame.locator('.take-along summary:focus').waitFor();
  });
});
