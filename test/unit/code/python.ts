import { spawnSync } from 'node:child_process';

const CANDIDATES = ['python3', '/usr/bin/python3'];

/** The first Python of this machine that can do something, if there is one. */
export function pythonThatCan(statement: string): string | undefined {
  return CANDIDATES.find((command) => spawnSync(command, ['-c', statement]).status === 0);
}

/**
 * Runs a Python program that reads JSON from its standard input and prints JSON.
 *
 * @throws when it ends with an error, with what it wrote
 */
export function runPython(command: string, program: string, input: unknown, folder?: string): unknown {
  const { status, stdout, stderr } = spawnSync(command, ['-c', program], {
    input: JSON.stringify(input),
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
    ...(folder !== undefined && { cwd: folder }),
  });
  if (status !== 0) {
    throw new Error(stderr);
  }
  return JSON.parse(stdout);
}
