import type { Machine } from '../shared/wire/rerun';

/** What VS Code says of itself. */
export interface Editor {
  /** Of the extension. */
  version: string;
  /** As in `Visual Studio Code 1.100.3`. */
  editor: string;
  /** `desktop`, `web` or where else it comes from. */
  host: string;
  /** The kind of remote, such as `ssh-remote`; absent without one. */
  remote: string | undefined;
  /** Whether the extension runs beside the window or on the remote. */
  runsIn: string;
  language: string;
}

/**
 * A text to paste into an issue: no names, paths or addresses. It is in English, because those who read it share no
 * other language.
 */
export function environmentText(editor: Editor, machine: Machine): string {
  const { training } = machine;
  const lines: readonly (readonly [string, string])[] = [
    ['GAN Lessons', editor.version],
    ['Editor', `${editor.editor} (${editor.host}), ${editor.language}`],
    ['Extension runs in', editor.remote === undefined ? editor.runsIn : `${editor.runsIn}, ${editor.remote}`],
    ['Browser', machine.userAgent],
    ['Processors', String(machine.processors)],
    ['WebGL 2', machine.webgl ?? 'none'],
    ['WebGPU', machine.webgpu ?? 'no adapter'],
    ['Frames a second', machine.frameRate.toFixed(0)],
    [
      'Training',
      training === undefined
        ? 'failed'
        : `${training.backend}, ${training.roundsPerSecond.toFixed(1)} rounds a second (portraits)`,
    ],
  ];
  return lines.map(([name, value]) => `${name}: ${value}\n`).join('');
}
