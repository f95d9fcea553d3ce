import type { Phase } from '../shared/domain/phases';

/** The libraries in which the training loop of a run can be read. */
export const CODE_FLAVOURS = ['pytorch', 'tensorflow'] as const;

export type CodeFlavour = (typeof CODE_FLAVOURS)[number];

/** A number of the run that stands beside the line that computes it. */
export type ShownNumber = 'round' | 'discriminatorLoss' | 'generatorLoss';

/** One line of a program. */
export interface CodeLine {
  /** Without a line break. */
  readonly text: string;
  /** The phase of a round that the line belongs to, if it belongs to one. */
  readonly phase?: Phase;
  readonly shows?: ShownNumber;
}

/** Lines that belong to no phase. */
export function plain(...texts: readonly string[]): CodeLine[] {
  return texts.map((text) => ({ text }));
}

/** Lines of a phase. */
export function inPhase(phase: Phase, ...texts: readonly string[]): CodeLine[] {
  return texts.map((text) => ({ text, phase }));
}

/** The same lines deeper inside; empty ones stay empty. */
export function indented(lines: readonly CodeLine[], indent: string): CodeLine[] {
  return lines.map((line) => (line.text === '' ? line : { ...line, text: indent + line.text }));
}

/** The text of a file: its lines, and a line break at the end. */
export function textOf(lines: readonly CodeLine[]): string {
  return `${lines.map(({ text }) => text).join('\n')}\n`;
}

/** The indices of the lines of a phase, from 0. */
export function linesOf(lines: readonly CodeLine[], phase: Phase): number[] {
  return lines.flatMap((line, index) => (line.phase === phase ? [index] : []));
}
