import type * as v from 'valibot';
import { bareSchema, itemOf, keysOf } from '../lessons/vocabulary/schemaKeys';
import { choicesOf } from '../lessons/vocabulary/words';

/** Makes the text to insert for values, in the syntax of VS Code's snippets; its placeholders are numbered on. */
export class SchemaSnippet {
  private placeholders = 0;

  /** @param values texts for keys whose value is known beforehand, also for some that need not be there */
  constructor(private readonly values: ReadonlyMap<string, string> = new Map()) {}

  /** A mapping in braces, with the keys that it must have. */
  mapping(schema: v.GenericSchema): string {
    const entries = Array.from(keysOf(schema) ?? []).flatMap(([key, { values, required }]) =>
      required || this.values.has(key) ? [`${key}: ${this.valueOf(key, values)}`] : [],
    );
    return entries.length === 0 ? `{ ${this.placeholder('')} }` : `{ ${entries.join(', ')} }`;
  }

  /** A value, with what it must have; choices among words are left to be made. */
  value(schemas: readonly v.GenericSchema[]): string {
    const [schema] = schemas;
    if (!schema) {
      return this.placeholder('');
    }
    const item = itemOf(schema);
    if (item) {
      return `[${keysOf(item) ? this.mapping(item) : this.placeholder('')}]`;
    }
    if (keysOf(schema)) {
      return this.mapping(schema);
    }
    const choices = Array.from(new Set(schemas.flatMap(choicesOf)));
    return choices.length > 0 ? this.choice(choices) : this.placeholder(exampleOf(schema));
  }

  private valueOf(key: string, schemas: readonly v.GenericSchema[]): string {
    const known = this.values.get(key);
    if (known === undefined) {
      return this.value(schemas);
    }
    // A brace would end the placeholder.
    return known.includes('{') ? known : this.placeholder(known);
  }

  private choice(choices: readonly string[]): string {
    this.placeholders += 1;
    return `\${${this.placeholders}|${choices.join(',')}|}`;
  }

  private placeholder(text: string): string {
    this.placeholders += 1;
    return text === '' ? `$${this.placeholders}` : `\${${this.placeholders}:${text}}`;
  }
}

function exampleOf(schema: v.GenericSchema): string {
  return bareSchema(schema).type === 'number' ? '1' : '…';
}
