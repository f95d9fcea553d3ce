import * as v from 'valibot';
import { bareSchema, piecesOf } from './schemaKeys';

/** What those who write a lesson are told of a value. Everything is called when it is shown. */
export interface Words {
  /** What the value means, in a sentence or two. */
  readonly describe: () => string;
  /** What one of the words means between which the value chooses. */
  readonly describeChoice?: (choice: string) => string | undefined;
  /** What a key of the mapping means, where the mapping's schema does not say it itself. */
  readonly describeKey?: (key: string) => string | undefined;
  /** The value is the id of something else. */
  readonly refersTo?: 'experiment' | 'lesson';
}

/** A schema with its words as metadata. */
export type Described<Schema extends v.GenericSchema> = v.SchemaWithPipe<
  readonly [Schema, v.MetadataAction<v.InferOutput<Schema>, { readonly words: Words }>]
>;

/** A schema that says what it means. */
export function described<const Schema extends v.GenericSchema>(
  schema: Schema,
  words: Words | Words['describe'],
): Described<Schema> {
  return v.pipe(schema, v.metadata({ words: typeof words === 'function' ? { describe: words } : words }));
}

/** What a schema says, or what the schema says that it wraps; the outermost words win. */
export function wordsOf(schema: v.GenericSchema): Words | undefined {
  for (const piece of piecesOf(schema).toReversed()) {
    const words = wordsIn(piece);
    if (words) {
      return words;
    }
  }
  return undefined;
}

/** What one piece of a schema says: the words that {@link described} put there. */
export function wordsIn(piece: unknown): Words | undefined {
  const words: unknown = v.is(MetadataSchema, piece) ? piece.metadata.words : undefined;
  return isWords(words) ? words : undefined;
}

/** The words between which a value, or each value of a list, chooses; none where it may be anything. */
export function choicesOf(schema: v.GenericSchema): readonly string[] {
  const bare = bareSchema(schema);
  if (v.is(PicklistSchema, bare)) {
    return bare.options.map(String);
  }
  if (v.is(LiteralSchema, bare)) {
    return [String(bare.literal)];
  }
  return bare.type === 'boolean' ? ['true', 'false'] : [];
}

const MetadataSchema = v.object({ kind: v.literal('metadata'), metadata: v.object({ words: v.unknown() }) });
const PicklistSchema = v.object({
  type: v.literal('picklist'),
  options: v.array(v.union([v.string(), v.number()])),
});
const LiteralSchema = v.object({ type: v.literal('literal'), literal: v.union([v.string(), v.number()]) });

function isWords(value: unknown): value is Words {
  return (
    typeof value === 'object' && value !== null && 'describe' in value && typeof value.describe === 'function'
  );
}
