/** Milliseconds that VS Code may take, on a slow machine, to do what a test waits for. */
const LIMIT = 20_000;

const PAUSE = 50;

/** Settles with what `look` finds, which is asked again until it finds something. */
export async function eventually<T>(
  what: string,
  look: () => Promise<T | undefined> | T | undefined,
): Promise<T> {
  const end = Date.now() + LIMIT;
  for (;;) {
    const found = await look();
    if (found !== undefined) {
      return found;
    }
    if (Date.now() > end) {
      throw new Error(`In vain waited for ${what}.`);
    }
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
}
