import { exitOnInterrupt } from '../vscode/processes';
import { startAll, stopAll } from './harness';

/** Mocha calls these before the first and after the last test of all files (`--require`). */
export const mochaHooks = {
  async beforeAll() {
    exitOnInterrupt();
    await startAll();
  },
  async afterAll() {
    await stopAll();
  },
};
