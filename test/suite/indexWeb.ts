import 'mocha/mocha.js';
import { markedLines, timeout } from './report';

/** Runs the suite in the extension host of the web, a worker, with Mocha's build for browsers. */
export async function run(): Promise<void> {
  Mocha.reporters.Base.consoleLog = (...parts) => console.log(markedLines(parts));
  mocha.setup({ ui: 'bdd', color: false, timeout, reporter: 'spec' });
  await import('suite-tests');
  await new Promise<void>((resolve, reject) => {
    mocha.run((failures) => (failures === 0 ? resolve() : reject(new Error(`${failures} tests failed`))));
  });
}
