import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

interface ProcessOptions {
  cwd?: string;
  env?: NodeJS.ProcessEnv;
}

/** How much of a failed command's output is worth repeating. */
const lastCharacters = 4000;

/**
 * Runs a command to its end without showing what it prints.
 *
 * @returns everything that it printed
 * @throws an error with the end of its output, when it fails or cannot be started
 */
export function runQuietly(
  command: string,
  parameters: string[],
  options: ProcessOptions = {},
): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = '';
    const child = spawn(command, parameters, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    const collect = (data: Buffer) => {
      output += data.toString();
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) {
        resolve(output);
      } else {
        const line = [command, ...parameters].join(' ');
        reject(new Error(`"${line}" failed (${code}):\n${output.slice(-lastCharacters)}`));
      }
    });
  });
}

/** The file that a command's name stands for, or `undefined` when there is none on the PATH. */
export function findOnPath(command: string): string | undefined {
  const endings = process.platform === 'win32' ? ['.exe', '.cmd'] : [''];
  return (process.env['PATH'] ?? '')
    .split(path.delimiter)
    .flatMap((folder) => endings.map((ending) => path.join(folder, command + ending)))
    .find((file) => existsSync(file));
}

/** Seconds that a process gets for leaving in order. */
const grace = 3;

/**
 * Ends a process that leads its own group (`detached: true`), and the processes that it started.
 * Also registered for the end of this process, so that nothing survives an interrupt.
 */
export class ProcessGroup {
  /** Settles when the leader has left. */
  readonly gone: Promise<void>;
  private readonly endWithThisProcess = () => this.signal('SIGKILL');

  constructor(private readonly leader: ChildProcess) {
    this.gone = new Promise((resolve) => leader.once('exit', () => resolve()));
    process.once('exit', this.endWithThisProcess);
  }

  /** Asks the group to leave; after a grace period makes it. */
  async end(): Promise<void> {
    this.signal('SIGTERM');
    let timer: NodeJS.Timeout | undefined;
    const patience = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, grace * 1000);
    });
    await Promise.race([this.leader.exitCode === null ? this.gone : undefined, patience]);
    clearTimeout(timer);
    this.signal('SIGKILL');
    process.off('exit', this.endWithThisProcess);
  }

  private signal(signal: NodeJS.Signals): void {
    if (this.leader.pid === undefined) {
      return;
    }
    try {
      process.kill(-this.leader.pid, signal);
    } catch {
      // The whole group is gone, which is what was wanted.
    }
  }
}

/** Turns an interrupt into an ordinary exit, so that everything registered for the exit is cleaned up. */
export function exitOnInterrupt(): void {
  const exitCodeOfAnInterrupt = 130;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => process.exit(exitCodeOfAnInterrupt));
  }
}
