/** A place in a file. Both numbers count from 0, as everywhere in VS Code; columns are UTF-16 code units. */
export interface TextPosition {
  readonly line: number;
  readonly column: number;
}

/**
 * Something that an author should repair. A file with an error is not taught; one with mere warnings is.
 * `line` and `column` count from 0.
 */
export interface LessonDiagnostic extends TextPosition {
  readonly severity: 'error' | 'warning';
  readonly message: string;
}

/** Knows on which line each character of a text stands. Lines end with `\n`. */
export class TextPositions {
  private readonly lineStarts: readonly number[];

  constructor(readonly text: string) {
    const starts = [0];
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
      starts.push(at + 1);
    }
    this.lineStarts = starts;
  }

  /** The offset at which a line starts, or the text's end for lines beyond it. */
  lineStart(line: number): number {
    return this.lineStarts[line] ?? this.text.length;
  }

  /** The position of a character; offsets outside the text are moved to its ends. */
  at(offset: number): TextPosition {
    const inside = Math.min(Math.max(offset, 0), this.text.length);
    let low = 0;
    let high = this.lineStarts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (this.lineStart(middle) <= inside) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return { line: low, column: inside - this.lineStart(low) };
  }
}

/** Collects the diagnostics of one file, addressed by offset into its text. */
export class DiagnosticCollector {
  private readonly collected: LessonDiagnostic[] = [];

  constructor(readonly positions: TextPositions) {}

  error(offset: number, message: string): void {
    this.collected.push({ severity: 'error', message, ...this.positions.at(offset) });
  }

  warn(offset: number, message: string): void {
    this.collected.push({ severity: 'warning', message, ...this.positions.at(offset) });
  }

  /** In the order of the text. */
  diagnostics(): LessonDiagnostic[] {
    return this.collected.toSorted((a, b) => a.line - b.line || a.column - b.column);
  }
}
