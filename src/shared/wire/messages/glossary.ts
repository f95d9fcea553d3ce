import * as v from 'valibot';

/** More than any course needs. */
const MOST_TERMS = 1000;
const MOST_NAMES = 20;
const LONGEST_NAME = 100;
const LONGEST_MEANING = 500;

const TermSchema = v.object({
  /** What it is called, in all languages of the glossary. */
  names: v.pipe(v.array(v.pipe(v.string(), v.maxLength(LONGEST_NAME))), v.maxLength(MOST_NAMES)),
  /** What it is, in the reader's language. */
  meaning: v.pipe(v.string(), v.maxLength(LONGEST_MEANING)),
});

/** A term of the course. */
export type Term = v.InferOutput<typeof TermSchema>;

/** From the host to the panel: the terms that the notes explain where they are in bold. */
export const GlossarySchema = v.object({
  type: v.literal('glossary'),
  terms: v.pipe(v.array(TermSchema), v.maxLength(MOST_TERMS)),
});
