import assert from 'node:assert/strict';
import {
  activityBarItem,
  extensionTitle,
  openWorkbench,
  runCommand,
  screenshot,
  webviewFrame,
  type Workbench,
} from './harness';

describe('The packaged extension, newly installed', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await openWorkbench();
  });
  after(() => workbench.close());

  it('shows its lessons from the activity bar', async () => {
    const { page } = workbench;
    await activityBarItem(page, extensionTitle).click();
    await page.locator('.sidebar .pane-header[aria-label^="Lessons"]').waitFor();
    await page.locator('.sidebar .pane-header[aria-label^="Hyperparameters"]').waitFor();
  });

  it('opens the first lesson from the command palette', async () => {
    const { page } = workbench;
    await runCommand(page, 'GAN: Start Lesson');
    const lesson = await webviewFrame(page, '#stage');
    await lesson.locator('#stage').waitFor();
    await screenshot(page, 'opens');
  });

  it('gives the browser nothing to complain about', () => {
    assert.deepEqual(workbench.problems, []);
  });
});
