import type { Token } from 'markdown-it';
import type * as v from 'valibot';
import type { Section } from '../../shared/domain/lesson';
import type { DiagnosticCollector } from '../lessonDiagnostics';
import { readDirective, type OutlineSection } from './directive';

/** What one section of a step asks of the rest of its lesson, to be looked at when all of it is known. */
export interface SectionNeeds {
  /** Id of the experiment in whose run it is judged; absent: the experiment in force. */
  readonly experiment?: { readonly id: string; readonly offset: number };
  /** A round that the run must come to, and where the text asks for it. */
  readonly round?: { readonly at: number; readonly offset: number };
  /** Id of another lesson that it names. */
  readonly lesson?: { readonly id: string; readonly offset: number };
}

/** A section that was read, as far as its directive could be. */
export interface ReadSection {
  readonly id: string;
  readonly idOffset: number;
  readonly needs: SectionNeeds;
  /** Absent when something in it was reported. */
  readonly section: Section | undefined;
}

/** What the reader of one kind of section works on. */
export interface SectionSource<Values> {
  readonly values: Values;
  /** Plain text. */
  readonly title: string;
  /** The blocks below the directive. */
  readonly content: readonly Token[];
  readonly report: DiagnosticCollector;
  /** Offset in the lesson's text of a value of the directive, or of the nearest that it has. */
  readonly offsetOf: (...path: readonly (string | number)[]) => number;
}

/** Reads the sections of one kind. */
export interface SectionReader {
  /** What the directive holds. */
  readonly schema: v.GenericSchema;
  readonly read: (section: OutlineSection, report: DiagnosticCollector) => ReadSection | undefined;
}

type DirectiveSchema = v.GenericSchema<unknown, { readonly id: string }>;

/**
 * Makes a reader of the schema of its directive and of what makes the section.
 *
 * @param make returns `undefined` when it has reported why there is no section
 * @param needs what the section asks of the rest of the lesson
 */
export function sectionReader<const Schema extends DirectiveSchema>(
  schema: Schema,
  make: (source: SectionSource<v.InferOutput<Schema>>) => Section | undefined,
  needs: (source: SectionSource<v.InferOutput<Schema>>) => SectionNeeds = () => ({}),
): SectionReader {
  return {
    schema,
    read: ({ title, directive, content }, report) => {
      const read = readDirective(directive, schema, report);
      if (!read) {
        return undefined;
      }
      const { value: values, offsetOf } = read;
      const source = { values, title, content, report, offsetOf };
      return { id: values.id, idOffset: offsetOf('id'), needs: needs(source), section: make(source) };
    },
  };
}
