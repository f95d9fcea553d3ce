// Runs the suite in a desktop VS Code, downloaded into .vscode-test/ unless it is there. On Linux without a screen:
// xvfb-run -a npm run test:desktop
import { runTests } from '@vscode/test-electron';
import { inRepository, repository } from '../test/vscode/repository';

try {
  await runTests({
    extensionDevelopmentPath: repository,
    extensionTestsPath: inRepository('out', 'suite', 'node', 'index'),
    // Of the person's other extensions none takes part.
    launchArgs: ['--disable-extensions', '--disable-workspace-trust'],
  });
} catch (error) {
  console.error(error);
  console.error(
    'The suite did not run or did not pass in a desktop VS Code. If VS Code could not be downloaded here, ' +
      '`npm run test:suite` runs the same suite in the VS Code server from npm.',
  );
  process.exitCode = 1;
}
