import * as v from 'valibot';
import { SECTION_KINDS } from '../lessons/directives';
import { isHyperparameterName, SPECS } from '../shared/domain/hyperparameters';
import { itemOf, keysOf, schemasAt, bareSchema } from '../lessons/vocabulary/schemaKeys';
import { choicesOf, wordsOf, type Words } from '../lessons/vocabulary/words';
import { placeAt, schemaOfDirective, type DocumentPlace } from './documentPlace';
import { SchemaSnippet } from './schemaSnippet';
import { sectionIds } from './sectionIds';
import { slugOf } from './slug';
import { wordBeingWritten, type YamlWord } from './yamlCursor';

/** Something that may be written at a place. */
export interface Suggestion {
  readonly label: string;
  readonly kind: 'directive' | 'key' | 'value' | 'reference';
  /** In the syntax of VS Code's snippets. */
  readonly insert: string;
  /** What it means. */
  readonly explanation: string | undefined;
  /** Whether more is to be suggested when it was inserted. */
  readonly again: boolean;
}

/** What may be written at an offset, and the piece of text that it takes the place of. */
export interface Suggestions {
  readonly start: number;
  readonly end: number;
  readonly offered: readonly Suggestion[];
}

/** A lesson that can be named. */
export interface NamedLesson {
  readonly id: string;
  readonly title: string;
}

/**
 * What may be written at an offset of a lesson's text.
 *
 * @param text with `\n` as its line ends
 * @param lessons those of the course and of the workspace, for references
 */
export function suggestionsAt(text: string, offset: number, lessons: readonly NamedLesson[]): Suggestions {
  const place = placeAt(text, offset);
  switch (place?.kind) {
    case undefined:
      return { start: offset, end: offset, offered: [] };
    case 'directiveName':
      return { start: place.start, end: place.end, offered: directiveSuggestions(place) };
    case 'link':
      return {
        start: place.start,
        end: offset,
        offered: place.to === 'lesson' ? lessons.map(reference) : sectionIds(text).map(reference),
      };
    case 'yaml': {
      const word = wordBeingWritten(place.yaml, offset - place.start);
      return word
        ? {
            start: place.start + word.start,
            end: place.start + word.end,
            offered:
              word.part === 'key'
                ? keySuggestions(place.schema, word)
                : valueSuggestions(place.schema, word, text, lessons),
          }
        : { start: offset, end: offset, offered: [] };
    }
  }
}

/** What a directive cannot do without, although each of its keys by itself may be missing. */
const EXAMPLES: ReadonlyMap<string, readonly (readonly [string, string])[]> = new Map([
  ['goal', [['at', '400']]],
  ['experiment', [['rounds', '400']]],
  ['try', [['changes', '{ batchSize: 64 }']]],
]);

function directiveSuggestions(place: Extract<DocumentPlace, { kind: 'directiveName' }>): Suggestion[] {
  const { heading, isComplete, isClosed } = place;
  const names = heading === undefined ? [] : heading.rank === 'step' ? ['step'] : SECTION_KINDS;
  return names.flatMap((name) => {
    const schema = schemaOfDirective(name);
    if (!schema) {
      return [];
    }
    const id = slugOf(heading?.title ?? '', name);
    const values = new SchemaSnippet(new Map([['id', id], ...(EXAMPLES.get(name) ?? [])])).mapping(schema);
    const insert = isComplete ? name : `${name}: ${values}${isClosed ? '' : ' -->'}`;
    return [
      { label: name, kind: 'directive', insert, explanation: wordsOf(schema)?.describe(), again: false },
    ];
  });
}

function keySuggestions(schema: v.GenericSchema, { path, given }: YamlWord): Suggestion[] {
  return schemasAt(schema, path)
    .flatMap((around) => fitting(around, given))
    .flatMap((around) =>
      Array.from(keysOf(around) ?? []).flatMap(([key, { values }]) =>
        given.has(key) ? [] : [keySuggestion(key, values, wordsOf(around))],
      ),
    );
}

function keySuggestion(
  key: string,
  values: readonly v.GenericSchema[],
  around: Words | undefined,
): Suggestion {
  const [value] = values;
  const isComposed = value !== undefined && (itemOf(value) ?? keysOf(value)) !== undefined;
  const words = value && wordsOf(value);
  const isChosen = values.some((schema) => choicesOf(schema).length > 0) || words?.refersTo !== undefined;
  return {
    label: key,
    kind: 'key',
    insert: `${key}: ${isComposed ? new SchemaSnippet().value(values) : ''}`,
    explanation: around?.describeKey?.(key) ?? words?.describe(),
    again: isComposed || isChosen,
  };
}

function valueSuggestions(
  schema: v.GenericSchema,
  { path, key }: YamlWord,
  text: string,
  lessons: readonly NamedLesson[],
): Suggestion[] {
  const around =
    key === undefined
      ? schemasAt(schema, path)
      : schemasAt(schema, path).flatMap((at) => schemasAt(at, [key]));
  // The words of a list are said of the list, not of its items.
  const list = key === undefined ? schemasAt(schema, path.slice(0, -1)) : [];
  const words = [...around, ...list].flatMap((at) => wordsOf(at) ?? []);
  const refersTo = words.find((one) => one.refersTo !== undefined)?.refersTo;
  if (refersTo === 'lesson') {
    return lessons.map(reference);
  }
  if (refersTo === 'experiment') {
    return sectionIds(text)
      .filter(({ kind }) => kind === 'experiment')
      .map(reference);
  }
  const choices = Array.from(new Set(around.flatMap(choicesOf)));
  const offered = choices.length === 0 && key !== undefined ? initialValue(key) : choices;
  return offered.map((choice) => ({
    label: choice,
    kind: 'value',
    insert: choice,
    explanation: words.map((one) => one.describeChoice?.(choice)).find((one) => one !== undefined),
    again: false,
  }));
}

/** The value that a hyperparameter has unless somebody says otherwise, to begin with. */
function initialValue(key: string): string[] {
  return isHyperparameterName(key) ? [String(SPECS[key].initial)] : [];
}

function reference({ id, title }: NamedLesson): Suggestion {
  return { label: id, kind: 'reference', insert: id, explanation: title, again: false };
}

const FormsSchema = v.object({
  type: v.literal('variant'),
  key: v.string(),
  options: v.array(v.custom<v.GenericSchema>((value) => typeof value === 'object' && value !== null)),
});

/** The forms of a mapping that fit what is given of it; a mapping with one form is that form. */
function fitting(schema: v.GenericSchema, given: ReadonlyMap<string, unknown>): readonly v.GenericSchema[] {
  const forms = bareSchema(schema);
  if (!v.is(FormsSchema, forms)) {
    return [schema];
  }
  const chosen = given.get(forms.key);
  const fit = forms.options.filter((form) =>
    keysOf(form)
      ?.get(forms.key)
      ?.values.some((value) => choicesOf(value).includes(String(chosen))),
  );
  // While nothing is chosen, the mapping as a whole says what all of its forms have.
  return fit.length > 0 ? fit : [schema];
}
