import type * as v from 'valibot';
import { schemasAt } from '../lessons/vocabulary/schemaKeys';
import { wordsOf } from '../lessons/vocabulary/words';
import { placeAt, schemaOfDirective } from './documentPlace';
import { wordAt, type YamlWord } from './yamlCursor';

/** What a piece of a lesson's text means. */
export interface Explanation {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * What the directive, key or value means that stands at an offset.
 *
 * @param text with `\n` as its line ends
 */
export function explanationAt(text: string, offset: number): Explanation | undefined {
  const place = placeAt(text, offset);
  if (place?.kind === 'directiveName') {
    const schema = schemaOfDirective(place.name);
    const words = schema && wordsOf(schema);
    return words && { start: place.start, end: place.end, text: words.describe() };
  }
  if (place?.kind !== 'yaml') {
    return undefined;
  }
  const word = wordAt(place.yaml, offset - place.start);
  const meaning =
    word && (word.part === 'key' ? keyMeaning(place.schema, word) : valueMeaning(place.schema, word));
  return word && meaning !== undefined
    ? { start: place.start + word.start, end: place.start + word.end, text: meaning }
    : undefined;
}

function keyMeaning(schema: v.GenericSchema, { path, text }: YamlWord): string | undefined {
  for (const around of schemasAt(schema, path)) {
    const [value] = schemasAt(around, [text]);
    const meaning = wordsOf(around)?.describeKey?.(text) ?? (value && wordsOf(value)?.describe());
    if (meaning !== undefined) {
      return meaning;
    }
  }
  return undefined;
}

function valueMeaning(schema: v.GenericSchema, { path, key, text }: YamlWord): string | undefined {
  const place = key === undefined ? path.slice(0, -1) : [...path, key];
  const words = schemasAt(schema, place).flatMap((at) => wordsOf(at) ?? []);
  return words.map((one) => one.describeChoice?.(text)).find((meaning) => meaning !== undefined);
}
