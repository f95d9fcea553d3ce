import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Frame } from 'playwright-core';

const require = createRequire(import.meta.url);
const axeFile = require.resolve('axe-core/axe.min.js');

/**
 * VS Code puts a webview's document into a frame, and neither the frame's title nor the landmarks around it are the
 * webview's own.
 */
const options: RunOptions = {
  resultTypes: ['violations'],
  rules: { region: { enabled: false }, 'page-has-heading-one': { enabled: false } },
};

/**
 * What axe-core finds wrong with a webview's document at this moment.
 *
 * @param within selects the only part that is looked at, where the rest is as it was before
 * @returns one line for each element at fault: the rule, what is wrong, and the element; empty when all is well
 */
export async function accessibilityFaults(frame: Frame, within = 'html'): Promise<string[]> {
  if (!(await frame.evaluate(() => 'axe' in globalThis))) {
    await frame.evaluate(await readFile(axeFile, 'utf8'));
  }
  // As text, because the page has a global that this file's types know nothing of.
  const results: AxeResults = await frame.evaluate(
    `axe.run(${JSON.stringify(within)}, ${JSON.stringify(options)})`,
  );
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${failureSummary ?? ''}\n  ${html.slice(0, 300)}`),
  );
}
