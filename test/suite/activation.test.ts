import * as vscode from 'vscode';
import { equal, ok } from './assert';
import { print } from './report';

/**
 * Milliseconds, loading included. Nobody notices 50, and the figure is printed; but the machine may be busy with other
 * things, and a web worker has the script from a server.
 */
const activationLimit = 'WorkerGlobalScope' in globalThis ? 10_000 : 2000;

const extension = vscode.extensions.getExtension('gan-lessons.gan-lessons');
let activationTime = Number.NaN;

// Outside of `describe`, so that it comes before every test of every file: an extension is activated once.
before(async () => {
  const began = performance.now();
  await extension?.activate();
  activationTime = performance.now() - began;
});

describe('The extension', () => {
  it('is known to VS Code', () => {
    ok(extension, 'VS Code does not list gan-lessons.gan-lessons.');
  });

  it('activates quickly', () => {
    print(`activated in ${activationTime.toFixed(1)} ms`);
    ok(extension?.isActive, 'It is not active.');
    ok(activationTime < activationLimit, `It took ${activationTime} ms.`);
  });

  it('registers every command that it contributes', async () => {
    const contributed: readonly { command: string }[] = extension?.packageJSON.contributes.commands ?? [];
    const registered = new Set(await vscode.commands.getCommands(true));
    ok(contributed.length > 0, 'It contributes no command.');
    equal(
      contributed.map(({ command }) => command).filter((command) => !registered.has(command)),
      [],
      'Commands without a handler.',
    );
  });
});
