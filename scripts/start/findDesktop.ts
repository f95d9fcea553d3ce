import path from 'node:path';

/** What the search for a VS Code looks at. */
export interface Machine {
  platform: NodeJS.Platform;
  /** Of the processor, as in `process.arch`. */
  arch: string;
  env: NodeJS.ProcessEnv;
  /** The person's home folder. */
  home: string;
  isFile(file: string): boolean;
}

/** An editor that runs the extension. */
interface Editor {
  command: string;
  macApp: string;
  /** From a folder of programs on Windows to the folder of its command. */
  windows: string[];
  /** Where Linux packages put it when its command is not on the PATH. */
  linux: string[];
}

/** In the order in which they are taken. */
const editors: readonly Editor[] = [
  {
    command: 'code',
    macApp: 'Visual Studio Code',
    windows: ['Microsoft VS Code', 'bin'],
    linux: ['/usr/share/code/bin/code', '/snap/bin/code', ...flatpak('com.visualstudio.code')],
  },
  {
    command: 'code-insiders',
    macApp: 'Visual Studio Code - Insiders',
    windows: ['Microsoft VS Code Insiders', 'bin'],
    linux: [
      '/usr/share/code-insiders/bin/code-insiders',
      '/snap/bin/code-insiders',
      ...flatpak('com.visualstudio.code.insiders'),
    ],
  },
  {
    command: 'codium',
    macApp: 'VSCodium',
    windows: ['VSCodium', 'bin'],
    linux: ['/usr/share/codium/bin/codium', '/snap/bin/codium', ...flatpak('com.vscodium.codium')],
  },
  {
    command: 'cursor',
    macApp: 'Cursor',
    windows: ['cursor', 'resources', 'app', 'bin'],
    linux: ['/usr/share/cursor/bin/cursor', '/opt/Cursor/resources/app/bin/cursor'],
  },
];

function flatpak(id: string): string[] {
  return [`/var/lib/flatpak/exports/bin/${id}`, `~/.local/share/flatpak/exports/bin/${id}`];
}

/** The command of a VS Code on the desktop: one on the PATH, else one in the places where installers put them. */
export function findDesktop(machine: Machine): string | undefined {
  return candidates(machine).find((file) => machine.isFile(file));
}

function candidates(machine: Machine): string[] {
  return [
    ...editors.flatMap(({ command }) => onPath(command, machine)),
    ...editors.flatMap((editor) => usualPlaces(editor, machine)),
  ];
}

function onPath(command: string, { platform, env }: Machine): string[] {
  const [paths, endings] = platform === 'win32' ? [path.win32, ['.cmd', '.exe']] : [path.posix, ['']];
  return (env['PATH'] ?? env['Path'] ?? '')
    .split(paths.delimiter)
    .filter((folder) => folder !== '')
    .flatMap((folder) => endings.map((ending) => paths.join(folder, command + ending)));
}

function usualPlaces(
  { command, macApp, windows, linux }: Editor,
  { platform, env, home }: Machine,
): string[] {
  switch (platform) {
    case 'darwin':
      // Some name the command inside the application after themselves, some leave it as it is in VS Code.
      return ['/Applications', `${home}/Applications`].flatMap((folder) =>
        [command, 'code'].map((name) => `${folder}/${macApp}.app/Contents/Resources/app/bin/${name}`),
      );
    case 'win32': {
      const { LOCALAPPDATA: local, ProgramFiles: programs } = env;
      const folders = [...(local === undefined ? [] : [path.win32.join(local, 'Programs')]), programs];
      return folders.flatMap((folder) =>
        folder === undefined ? [] : [path.win32.join(folder, ...windows, `${command}.cmd`)],
      );
    }
    default:
      return linux.map((file) => file.replace(/^~/, home));
  }
}

/** What somebody can do on a machine with neither a VS Code that was found nor a server that runs. */
export function withoutDesktop({ platform, arch }: Pick<Machine, 'platform' | 'arch'>): string {
  const found = 'No VS Code, VSCodium or Cursor was found.';
  const byHand =
    'Or run `npm run package`, and in the Extensions view choose "..." > "Install from VSIX..." with gan-lessons.vsix.';
  switch (platform) {
    case 'darwin':
      return `${found} Open yours, press Cmd+Shift+P and choose "Shell Command: Install 'code' command in PATH"; then run this again.\n${byHand}`;
    case 'win32':
      return `${found} Install it with "Add to PATH", which its installer proposes; then run this again in a new terminal.\n${byHand}`;
    default:
      return (
        `${found} On a machine with a screen install one: VS Code and VSCodium exist for ${arch}, too; then run this again.\n` +
        `The VS Code in the browser that stands in for it runs on Linux (x64) only. ${byHand}`
      );
  }
}
