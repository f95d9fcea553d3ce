import * as v from 'valibot';
import { LessonProgressSchema } from '../shared/domain/progress';

/** Longer names are nobody's; in UTF-16 code units. */
export const LONGEST_NAME = 200;

/** Written by this version of the format; a later one is refused. */
const VERSION = 1;

/** What a hand-in report says, for programs; its text says the same for people. */
export const ReportSchema = v.object({
  format: v.literal('gan-lessons-report'),
  version: v.literal(VERSION),
  /** Whoever hands it in, as they write themselves. */
  learner: v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(LONGEST_NAME)),
  /** Milliseconds since 1970, in UTC. */
  written: v.pipe(v.number(), v.finite()),
  lesson: v.object({ id: v.string(), title: v.string() }),
  /** BCP 47 tag of the language of the text. */
  language: v.string(),
  progress: LessonProgressSchema,
});

export type Report = v.InferOutput<typeof ReportSchema>;

/** A report of today. */
export function newReport(content: Omit<Report, 'format' | 'version'>): Report {
  return { format: 'gan-lessons-report', version: VERSION, ...content };
}
