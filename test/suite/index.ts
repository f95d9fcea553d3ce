import Mocha from 'mocha';
import { markedLines, timeout } from './report';

/** Runs the suite in the extension host of Node: VS Code calls it (`extensionTestsPath`). */
export async function run(): Promise<void> {
  // A hook of Mocha's own: console.log itself cannot be replaced in an extension host.
  Mocha.reporters.Base.consoleLog = (...parts) => console.log(markedLines(parts));
  const mocha = new Mocha({ ui: 'bdd', color: false, timeout, reporter: 'spec' });
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  await import('suite-tests');
  await new Promise<void>((resolve, reject) => {
    mocha.run((failures) => (failures === 0 ? resolve() : reject(new Error(`${failures} tests failed`))));
  });
}
