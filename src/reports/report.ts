import * as v from 'valibot';
import { digestOf } from '../shared/domain/collection';
import type { Lesson } from '../shared/domain/lesson';
import { LessonProgressSchema } from '../shared/domain/progress';
import { whole } from '../shared/domain/numbers';

/** Longer names are nobody's; in UTF-16 code units. */
export const LONGEST_NAME = 200;

/** Written by this version of the format; a later one is refused. */
const VERSION = 1;

/** The last moment whose year has four digits, which is how dates are written. */
const LATEST = Date.UTC(9999, 11, 31, 23, 59, 59);

const DigestSchema = v.pipe(v.string(), v.regex(/^[0-9a-f]{8}$/));

/** What a hand-in report says, for programs; its text says the same for people. */
export const ReportSchema = v.object({
  format: v.literal('gan-lessons-report'),
  version: v.literal(VERSION),
  /** Whoever hands it in, as they write themselves. */
  learner: v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(LONGEST_NAME)),
  /** A student number or an e-mail address, if the learner gave one. */
  learnerId: v.optional(v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(LONGEST_NAME))),
  /** Milliseconds since 1970, in UTC. */
  written: whole(0, LATEST),
  lesson: v.object({
    id: v.string(),
    title: v.string(),
    /** See {@link digestOfLesson}; absent in reports of version 0.1. */
    digest: v.optional(DigestSchema),
  }),
  /** BCP 47 tag of the language of the text. */
  language: v.string(),
  /** The version of GAN Lessons that wrote it; absent in reports of version 0.1. */
  program: v.optional(v.string()),
  progress: LessonProgressSchema,
  /** The words of its text when it was written, see `digestOfWords`; absent in reports of version 0.1. */
  words: v.optional(DigestSchema),
});

export type Report = v.InferOutput<typeof ReportSchema>;

/** A report of today. */
export function newReport(content: Omit<Report, 'format' | 'version'>): Report {
  return { format: 'gan-lessons-report', version: VERSION, ...content };
}

/**
 * The same for the same version of a lesson in one language, so that a report whose lesson was edited since can be told
 * from one whose text was edited. It is no proof: whoever forges a report can write any digest.
 *
 * @returns eight hexadecimal digits
 */
export function digestOfLesson({ title, steps }: Lesson): string {
  return digestOf(new TextEncoder().encode(JSON.stringify([title, steps])));
}
