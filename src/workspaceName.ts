import { crc32 } from './shared/crc32';

/** Longer names of folders are cut: with the name of a file behind it, a path has to stay short enough for any system. */
const LONGEST_NAME = 40;

/** An address, as VS Code has it. */
interface Address {
  readonly path: string;
  toString(): string;
}

/** What of `vscode.workspace` says what is open. */
interface OpenWorkspace {
  readonly workspaceFile: Address | undefined;
  readonly workspaceFolders: readonly { readonly uri: Address }[] | undefined;
}

/**
 * Names what is open in a window, always the same for the same folders: "portraits-1f2e3d4c". VS Code's own storage of a
 * workspace may be at another address after a reload, while the extension host of before still holds it.
 */
export function workspaceName({ workspaceFile, workspaceFolders }: OpenWorkspace): string {
  const uris = workspaceFile ? [workspaceFile] : (workspaceFolders ?? []).map(({ uri }) => uri);
  const [first] = uris;
  if (!first) {
    return 'no-folder';
  }
  const name = first.path.split('/').filter(Boolean).at(-1) ?? '';
  const digest = crc32(new TextEncoder().encode(uris.map((uri) => uri.toString()).join('\n')));
  return `${name.replace(/[^\w-]+/g, '_').slice(0, LONGEST_NAME)}-${digest.toString(16).padStart(8, '0')}`;
}
