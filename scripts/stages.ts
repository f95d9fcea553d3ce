import { spawn } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { runInServer } from '../test/suite/runInServer';
import { repository } from '../test/vscode/repository';
import { installBrowser } from '../test/vscode/browser';
import { installServer, serverRunsHere } from '../test/vscode/serverInstallation';

/** A part of the tests that can be run by itself. */
export interface Stage {
  title: string;
  /** What has to be built before. */
  needs: 'nothing' | 'tests' | 'package';
  /** Whether a failure makes the rest not worth running. */
  blocks: boolean;
  /** Why it cannot be run on this machine; absent where it can. */
  skipped?: string;
  /**
   * @param print shows a line of its report
   * @param parameters what the person added to the command, for Mocha
   * @returns whether all went well
   */
  run(print: (line: string) => void, parameters: string[]): Promise<boolean>;
}

const onlyWithServer = serverRunsHere
  ? {}
  : { skipped: `the VS Code server runs on Linux (x64) only, not on ${process.platform} (${process.arch})` };

/** The end-to-end tests that another VS Code or browser has to pass. */
const FIRST_LESSON = 'A person in the first lesson';

/** For Mocha: files of tests that share nothing. Where training runs, each keeps a processor busy. */
const TWO_AT_A_TIME = ['--parallel', '--jobs=2'];

/** All stages by name, the cheap ones first. */
export const stages = {
  check: {
    title: 'Format, lint and types',
    needs: 'nothing',
    blocks: true,
    run: (print) => npm(print, ['run', '--silent', 'check']),
  },
  unit: {
    title: 'Unit tests in Node',
    needs: 'tests',
    blocks: true,
    run: (print, parameters) =>
      mocha(print, ['--timeout=30000', ...TWO_AT_A_TIME, 'out/unit/**/*.test.mjs', ...parameters]),
  },
  components: {
    title: 'Components of the pages, in a DOM without a browser',
    needs: 'tests',
    blocks: true,
    run: (print, parameters) =>
      mocha(print, [
        '--import=./test/components/dom.mjs',
        '--timeout=30000',
        'out/components/**/*.test.mjs',
        ...parameters,
      ]),
  },
  slow: {
    title: 'Whole training runs in Node',
    needs: 'tests',
    blocks: false,
    run: (print, parameters) =>
      mocha(print, ['--timeout=180000', ...TWO_AT_A_TIME, 'out/slow/**/*.test.mjs', ...parameters]),
  },
  package: {
    title: 'The package',
    needs: 'package',
    blocks: true,
    run: (print, parameters) => mocha(print, ['--timeout=60000', 'out/package/**/*.test.mjs', ...parameters]),
  },
  bench: {
    title: 'Counts and sizes of the bench',
    needs: 'package',
    blocks: false,
    async run(print) {
      const met = await node(print, ['scripts/run.mjs', 'bench', '--short', '--no-build']);
      // As Mocha closes its reports.
      print(met ? '  1 passing' : '  1 failing');
      return met;
    },
  },
  suite: {
    title: serverRunsHere
      ? "The suite in VS Code's extension host of Node"
      : 'The suite in a desktop VS Code, since the VS Code server does not run here',
    needs: 'tests',
    blocks: false,
    run: (print) => (serverRunsHere ? runInServer('node', print) : desktop(print)),
  },
  web: {
    title: "The suite in VS Code's extension host of the web",
    needs: 'tests',
    blocks: false,
    ...onlyWithServer,
    run: (print) => runInServer('web', print),
  },
  e2e: {
    title: 'The packaged extension in a real VS Code, in a real browser',
    needs: 'package',
    blocks: false,
    ...onlyWithServer,
    async run(print, parameters) {
      // Two at a time would get in each other's way.
      await installServer(print);
      await installBrowser(print);
      return mochaInHalves(print, 'out/e2e', [
        '--require=out/e2e/rootHooks.mjs',
        '--timeout=120000',
        ...parameters,
      ]);
    },
  },
  oldest: {
    title: 'The suite and the first lesson in the oldest VS Code that is supported (1.100)',
    needs: 'nothing',
    blocks: false,
    ...onlyWithServer,
    run: (print) =>
      execute(print, process.execPath, ['scripts/run.mjs', 'test', 'suite', 'e2e', '--grep', FIRST_LESSON], {
        GAN_TEST_VSCODE: 'oldest',
      }),
  },
  firefox: {
    title: 'The first lesson in Firefox',
    needs: 'nothing',
    blocks: false,
    ...onlyWithServer,
    run: (print) =>
      execute(print, process.execPath, ['scripts/run.mjs', 'test', 'e2e', '--grep', FIRST_LESSON], {
        GAN_TEST_BROWSER: 'firefox',
      }),
  },
  desktop: {
    title: 'The suite in a desktop VS Code',
    needs: 'tests',
    blocks: false,
    run: desktop,
  },
} satisfies Record<string, Stage>;

export type StageName = keyof typeof stages;

/** Whether a word names a stage. */
export function isStageName(word: string): word is StageName {
  return Object.hasOwn(stages, word);
}

function mocha(print: (line: string) => void, parameters: string[]): Promise<boolean> {
  return node(print, ['--enable-source-maps', 'node_modules/mocha/bin/mocha.js', ...parameters]);
}

/**
 * Runs the test files of a folder in two processes, which is faster where they wait most of the time. The report of the
 * second comes after that of the first.
 */
async function mochaInHalves(
  print: (line: string) => void,
  folder: string,
  parameters: string[],
): Promise<boolean> {
  const files = await readdir(path.join(repository, folder));
  const tests = files.filter((file) => file.endsWith('.test.mjs')).toSorted();
  const half = (rest: number): string[] =>
    tests.filter((_, index) => index % 2 === rest).map((file) => path.join(folder, file));
  const held: string[] = [];
  let printSecond = (line: string): unknown => held.push(line);
  const second = mocha((line) => printSecond(line), [...parameters, ...half(1)]);
  const first = await mocha(print, [...parameters, ...half(0)]);
  held.forEach(print);
  printSecond = print;
  return (await second) && first;
}

function desktop(print: (line: string) => void): Promise<boolean> {
  return node(print, ['scripts/run.mjs', 'desktop']);
}

/** Runs npm, preferably the one that runs this. */
function npm(print: (line: string) => void, parameters: string[]): Promise<boolean> {
  const script = process.env['npm_execpath'];
  return script === undefined
    ? execute(print, 'npm', parameters)
    : execute(print, process.execPath, [script, ...parameters]);
}

function node(print: (line: string) => void, parameters: string[]): Promise<boolean> {
  return execute(print, process.execPath, parameters);
}

/** Runs a command in the repository and hands its output on by the line. */
function execute(
  print: (line: string) => void,
  command: string,
  parameters: string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, parameters, {
      cwd: repository,
      env: { ...process.env, ...(process.stdout.isTTY ? { FORCE_COLOR: '1' } : {}), ...environment },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const endWithThisProcess = (): boolean => child.kill();
    process.once('exit', endWithThisProcess);
    createInterface({ input: child.stdout }).on('line', print);
    child.once('error', reject);
    child.once('close', (code) => {
      process.off('exit', endWithThisProcess);
      resolve(code === 0);
    });
  });
}
