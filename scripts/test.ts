// Runs the tests: all that can be run on this machine, or the named stages (see stages.ts).
//   node scripts/run.mjs test [stage ...] [parameters for Mocha, as in --grep lesson]
// The last line is "N passed, N failed".
import { stripVTControlCharacters } from 'node:util';
import { exitOnInterrupt } from '../test/vscode/processes';
import { build, packageExtension } from './build';
import { isStageName, stages, type Stage, type StageName } from './stages';

const whole: StageName[] = ['check', 'unit', 'components', 'package', 'bench', 'suite', 'web', 'e2e'];

exitOnInterrupt();
const parameters = process.argv.slice(2);
const firstFlag = parameters.findIndex((word) => word.startsWith('-'));
const words = firstFlag < 0 ? parameters : parameters.slice(0, firstFlag);
const forMocha = firstFlag < 0 ? [] : parameters.slice(firstFlag);
const unknown = words.filter((word) => !isStageName(word));
if (unknown.length > 0) {
  console.error(`There is no stage "${unknown.join('", "')}"; there are ${Object.keys(stages).join(', ')}.`);
  process.exit(1);
}
const chosen = words.length === 0 ? whole : words.filter(isStageName);

const total = { passed: 0, failed: 0 };
const times: string[] = [];
const built = { tests: false, package: false };
for (const name of chosen) {
  const stage: Stage = stages[name];
  console.log(`\n== ${stage.title} (${name})`);
  if (stage.skipped !== undefined) {
    console.log(`Skipped: ${stage.skipped}.`);
    continue;
  }
  const began = performance.now();
  const { passed, failed } = await runStage(name, stage);
  total.passed += passed;
  total.failed += failed;
  times.push(`${name} ${((performance.now() - began) / 1000).toFixed(1)} s`);
  if (failed > 0 && stage.blocks) {
    console.log(`\n"${name}" failed, so nothing after it was run.`);
    break;
  }
}
console.log(`\n${times.join(', ')}`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 ? 0 : 1);

/**
 * Builds what a stage needs, runs it and shows its report.
 *
 * @returns how many tests passed and failed; a stage that failed without a failing test counts as one
 */
async function runStage(name: StageName, stage: Stage): Promise<{ passed: number; failed: number }> {
  const counts = { passing: 0, failing: 0 };
  let succeeded = false;
  try {
    await buildFor(stage);
    succeeded = await stage.run((line) => {
      console.log(line);
      // Every report is one by Mocha, whose closing lines are like "  12 passing (3s)" and "  1 failing".
      const closing = /^(?:\[suite\])?\s*(?<count>\d+) (?<kind>passing|failing)\b/.exec(
        stripVTControlCharacters(line),
      );
      const kind = closing?.groups?.['kind'] === 'passing' ? 'passing' : 'failing';
      counts[kind] += Number(closing?.groups?.['count'] ?? 0);
    }, forMocha);
  } catch (error) {
    console.error(error);
  }
  if (succeeded && name !== 'check' && counts.passing === 0) {
    console.error('No test was run.');
    succeeded = false;
  }
  return { passed: counts.passing, failed: succeeded ? counts.failing : Math.max(1, counts.failing) };
}

/** Builds once for all stages. The package comes after the tests, for both build dist/ and the package's is minified. */
async function buildFor({ needs }: Stage): Promise<void> {
  if (needs !== 'nothing' && !built.tests) {
    await build('--tests');
    built.tests = true;
  }
  if (needs === 'package' && !built.package) {
    await packageExtension();
    built.package = true;
  }
}
