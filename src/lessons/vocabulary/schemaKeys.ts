import * as v from 'valibot';

const SchemaSchema = v.custom<v.GenericSchema>(
  (value) => typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'schema',
);
const WrapperSchema = v.object({ wrapped: SchemaSchema });
const PipeSchema = v.object({ pipe: v.array(v.unknown()) });
const ObjectSchema = v.object({ entries: v.record(v.string(), SchemaSchema) });
const ArraySchema = v.object({ type: v.literal('array'), item: SchemaSchema });
const VariantSchema = v.object({ type: v.literal('variant'), options: v.array(SchemaSchema) });

/** A key of a mapping. */
interface SchemaKey {
  /** What its value may be; several where the mapping has several forms. */
  readonly values: readonly v.GenericSchema[];
  readonly required: boolean;
}

/** The keys that a mapping may have according to its schema; `undefined` when it is no mapping. */
export function keysOf(schema: v.GenericSchema): ReadonlyMap<string, SchemaKey> | undefined {
  const bare = bareSchema(schema);
  if (v.is(VariantSchema, bare)) {
    return keysOfForms(bare.options);
  }
  return v.is(ObjectSchema, bare)
    ? new Map(
        Object.entries(bare.entries).map(([key, value]) => [
          key,
          { values: [value], required: value.type !== 'optional' },
        ]),
      )
    : undefined;
}

/** A mapping of several forms needs the keys that all of them need. */
function keysOfForms(forms: readonly v.GenericSchema[]): ReadonlyMap<string, SchemaKey> {
  const maps = forms.map((form) => keysOf(form) ?? new Map<string, SchemaKey>());
  const names = new Set(maps.flatMap((map) => Array.from(map.keys())));
  return new Map(
    Array.from(names, (name) => {
      const found = maps.flatMap((map) => map.get(name) ?? []);
      const required = found.length === forms.length && found.every((key) => key.required);
      return [name, { values: found.flatMap(({ values }) => values), required }];
    }),
  );
}

/** The schema of each item of a list; `undefined` when it is no list. */
export function itemOf(schema: v.GenericSchema): v.GenericSchema | undefined {
  const bare = bareSchema(schema);
  return v.is(ArraySchema, bare) ? bare.item : undefined;
}

/** The schemas that a value at a path may fit; none where the schema has no such place. */
export function schemasAt(schema: v.GenericSchema, path: readonly unknown[]): readonly v.GenericSchema[] {
  const [key, ...rest] = path;
  if (path.length === 0) {
    return [schema];
  }
  const item = itemOf(schema);
  if (item) {
    return typeof key === 'number' ? schemasAt(item, rest) : [];
  }
  const values = typeof key === 'string' ? keysOf(schema)?.get(key)?.values : undefined;
  return (values ?? []).flatMap((value) => schemasAt(value, rest));
}

/** A schema without what is wrapped around it: that it is optional, and what else is checked. */
export function bareSchema(schema: v.GenericSchema): v.GenericSchema {
  const inner = v.is(WrapperSchema, schema)
    ? schema.wrapped
    : v.is(PipeSchema, schema)
      ? schema.pipe[0]
      : undefined;
  return v.is(SchemaSchema, inner) && inner !== schema ? bareSchema(inner) : schema;
}

/** All that a value goes through, from the innermost schema to the last check. */
export function piecesOf(schema: v.GenericSchema): readonly unknown[] {
  if (v.is(PipeSchema, schema)) {
    return schema.pipe.flatMap((piece) => (v.is(SchemaSchema, piece) ? piecesOf(piece) : [piece]));
  }
  return v.is(WrapperSchema, schema) ? [...piecesOf(schema.wrapped), schema] : [schema];
}
