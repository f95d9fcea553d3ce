import * as v from 'valibot';

/** What VS Code keeps for a page while its panel is open, also when it is hidden and when the window is reloaded. */
export interface PageMemory {
  /** What was written under this name, in whatever shape; `undefined` when nothing was. */
  read(name: string): unknown;
  /** @param value plain JSON */
  write(name: string, value: unknown): void;
}

const NotesSchema = v.record(v.string(), v.unknown());

/**
 * Keeps several things in the one state that VS Code has for a page. What is not in the shape of ours is forgotten.
 *
 * @param api reads and writes that state
 */
export function pageMemory(api: { getState(): unknown; setState(state: unknown): void }): PageMemory {
  const notes = (): Record<string, unknown> => {
    const parsed = v.safeParse(NotesSchema, api.getState());
    return parsed.success ? parsed.output : {};
  };
  return {
    read: (name) => notes()[name],
    write: (name, value) => api.setState({ ...notes(), [name]: value }),
  };
}
