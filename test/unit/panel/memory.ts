import type { PageMemory } from '../../../webview/ui/pageMemory';

/** Keeps what is written, as VS Code does: as JSON. */
export class Memory implements PageMemory {
  private readonly notes = new Map<string, string>();

  read(name: string): unknown {
    const note = this.notes.get(name);
    return note === undefined ? undefined : JSON.parse(note);
  }

  write(name: string, value: unknown): void {
    this.notes.set(name, JSON.stringify(value));
  }
}
