import * as v from 'valibot';
import { byId } from '../shared/domain/byId';
import {
  AnswerSchema,
  LessonProgressSchema,
  RunFactsSchema,
  type LessonProgress,
} from '../shared/domain/progress';

/** The progress in all lessons, by their ids. */
export interface Book {
  /** The lesson that somebody was at last. */
  readonly last?: string | undefined;
  readonly lessons: Map<string, LessonProgress>;
}

const BookSchema = v.object({
  /** Raised when the meaning of the other fields changes. */
  version: v.literal(1),
  last: v.optional(v.string()),
  lessons: byId(v.unknown()),
});

/** A lesson's progress whose entries are looked at one by one. */
const LooseProgressSchema = v.object({
  step: LessonProgressSchema.entries.step,
  read: LessonProgressSchema.entries.read,
  answers: byId(v.unknown()),
  revealed: byId(v.unknown()),
  goals: byId(v.unknown()),
  seen: LessonProgressSchema.entries.seen,
  reset: LessonProgressSchema.entries.reset,
});

/**
 * Reads what was kept, which another version may have written, and which may be damaged: what can be read is taken.
 *
 * @returns the progress, and how many parts of it were left out
 */
export function readBook(stored: unknown): { readonly book: Book; readonly dropped: number } {
  const lessons = new Map<string, LessonProgress>();
  if (stored === undefined) {
    return { book: { lessons }, dropped: 0 };
  }
  const parsed = v.safeParse(BookSchema, stored);
  if (!parsed.success) {
    return { book: { lessons }, dropped: 1 };
  }
  let dropped = 0;
  const drop = (): void => {
    dropped++;
  };
  for (const [id, value] of Object.entries(parsed.output.lessons)) {
    const progress = readProgress(value, drop);
    if (progress) {
      lessons.set(id, progress);
    }
  }
  return { book: { last: parsed.output.last, lessons }, dropped };
}

function readProgress(value: unknown, drop: () => void): LessonProgress | undefined {
  const parsed = v.safeParse(LooseProgressSchema, value);
  if (!parsed.success) {
    drop();
    return undefined;
  }
  const { answers, revealed, goals, ...rest } = parsed.output;
  return {
    ...rest,
    answers: readable(v.array(AnswerSchema), answers, drop),
    revealed: readable(RunFactsSchema, revealed, drop),
    goals: readable(RunFactsSchema, goals, drop),
  };
}

function readable<T>(
  schema: v.GenericSchema<unknown, T>,
  values: Readonly<Record<string, unknown>>,
  drop: () => void,
): Record<string, T> {
  const read = Object.entries(values).flatMap(([id, value]): [string, T][] => {
    const parsed = v.safeParse(schema, value);
    if (!parsed.success) {
      drop();
      return [];
    }
    return [[id, parsed.output]];
  });
  return Object.fromEntries(read);
}
