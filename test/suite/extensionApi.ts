import * as vscode from 'vscode';
import type { ExtensionApi } from '../../src/extension';

/** What the running extension shows to tests. */
export async function extensionApi(): Promise<ExtensionApi> {
  const extension = vscode.extensions.getExtension<ExtensionApi>('gan-lessons.gan-lessons');
  if (!extension) {
    throw new Error('VS Code does not list gan-lessons.gan-lessons.');
  }
  return extension.activate();
}
