/** Milliseconds for one test: more than a slow machine needs, less than a person waits. */
export const timeout = 60_000;

/** Put before each line, to tell the suite's lines from all that VS Code logs. */
export const mark = '[suite] ';

/** Writes a line among the reporter's, for figures that are worth reading. */
export function print(line: string): void {
  console.log(markedLines([`    ${line}`]));
}

/**
 * What console.log would print, each line with the mark before it.
 *
 * @param parts a format with %s and %d for the parts after it, as Mocha's reporters use them
 */
export function markedLines(parts: readonly unknown[]): string {
  const [format = '', ...values] = parts;
  const filled = String(format).replace(/%[sd]/g, () => String(values.shift()));
  const text = [filled, ...values.map(String)].join(' ');
  return text
    .split('\n')
    .map((line) => mark + line)
    .join('\n');
}
