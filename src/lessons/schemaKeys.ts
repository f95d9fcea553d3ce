import * as v from 'valibot';

const WrapperSchema = v.object({ wrapped: v.custom<v.GenericSchema>(isSchema) });
const PipeSchema = v.object({ pipe: v.pipe(v.array(v.unknown()), v.minLength(1)) });
const ObjectSchema = v.object({ entries: v.record(v.string(), v.custom<v.GenericSchema>(isSchema)) });
const ArraySchema = v.object({ type: v.literal('array'), item: v.custom<v.GenericSchema>(isSchema) });
const VariantSchema = v.object({
  type: v.literal('variant'),
  options: v.array(v.custom<v.GenericSchema>(isSchema)),
});

function isSchema(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'schema';
}

/** The keys that a mapping may have according to its schema, each with the schemas of its value; else `undefined`. */
export function keysOf(schema: v.GenericSchema): ReadonlyMap<string, readonly v.GenericSchema[]> | undefined {
  const bare = bareSchema(schema);
  if (v.is(VariantSchema, bare)) {
    const keys = new Map<string, v.GenericSchema[]>();
    for (const option of bare.options) {
      for (const [key, values] of keysOf(option) ?? []) {
        keys.set(key, [...(keys.get(key) ?? []), ...values]);
      }
    }
    return keys;
  }
  return v.is(ObjectSchema, bare)
    ? new Map(Object.entries(bare.entries).map(([key, value]) => [key, [value]]))
    : undefined;
}

/** The schemas that a value at a path may fit; none where the schema has no such place. */
export function schemasAt(schema: v.GenericSchema, path: readonly unknown[]): readonly v.GenericSchema[] {
  const [key, ...rest] = path;
  if (path.length === 0) {
    return [schema];
  }
  const bare = bareSchema(schema);
  if (v.is(ArraySchema, bare)) {
    return typeof key === 'number' ? schemasAt(bare.item, rest) : [];
  }
  const values = typeof key === 'string' ? keysOf(bare)?.get(key) : undefined;
  return (values ?? []).flatMap((value) => schemasAt(value, rest));
}

/** A schema without what is wrapped around it: that it is optional, and what else is checked. */
export function bareSchema(schema: v.GenericSchema): v.GenericSchema {
  if (v.is(WrapperSchema, schema)) {
    return bareSchema(schema.wrapped);
  }
  const [first] = v.is(PipeSchema, schema) ? schema.pipe : [];
  return first !== undefined &&
    first !== schema &&
    isSchema(first) &&
    v.is(v.custom<v.GenericSchema>(isSchema), first)
    ? bareSchema(first)
    : schema;
}
