import * as l10n from '@vscode/l10n';

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

/** More of them than this in one file help nobody, and a file can be made to have any number. */
export const MOST_DIAGNOSTICS = 100;

/** Collects the diagnostics of one file, addressed by offset into its text: the first {@link MOST_DIAGNOSTICS}. */
export class DiagnosticCollector {
  private readonly collected: LessonDiagnostic[] = [];
  private readonly omitted = { error: 0, warning: 0 };

  constructor(readonly positions: TextPositions) {}

  /** Whether nothing more is listed; what is costly to say need not be said then. */
  get isFull(): boolean {
    return this.collected.length >= MOST_DIAGNOSTICS;
  }

  error(offset: number, message: string): void {
    this.add('error', offset, message);
  }

  warn(offset: number, message: string): void {
    this.add('warning', offset, message);
  }

  /** In the order of the text; the last one says how many are not listed. */
  diagnostics(): LessonDiagnostic[] {
    const listed = this.collected.toSorted((a, b) => a.line - b.line || a.column - b.column);
    const { error, warning } = this.omitted;
    const message = l10n.t('There are {0} more problems in this file.', error + warning);
    const { line, column } = listed.at(-1) ?? { line: 0, column: 0 };
    return error + warning === 0
      ? listed
      : [...listed, { severity: error > 0 ? 'error' : 'warning', message, line, column }];
  }

  private add(severity: LessonDiagnostic['severity'], offset: number, message: string): void {
    if (this.isFull) {
      this.omitted[severity] += 1;
    } else {
      this.collected.push({ severity, message, ...this.positions.at(offset) });
    }
  }
}
