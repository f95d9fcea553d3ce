import type { Context } from 'mocha';
import { exitOnInterrupt } from '../vscode/processes';
import { reportOnFailure, startAll, stopAll } from './harness';

/** Mocha calls these before the first and after the last test of all files (`--require`). */
export const mochaHooks = {
  async beforeAll() {
    exitOnInterrupt();
    await startAll();
  },
  async afterEach(this: Context) {
    const { currentTest } = this;
    if (currentTest?.state === 'failed') {
      await reportOnFailure(currentTest.title);
    }
  },
  async afterAll() {
    await stopAll();
  },
};
