import * as v from 'valibot';

const MappingSchema = v.custom<Readonly<Record<string, unknown>>>(
  (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
);

/**
 * A mapping from ids to values, whatever the ids are: valibot's own `record` leaves out `constructor`, `prototype` and
 * `__proto__` without a word.
 */
export function byId<Value>(
  value: v.GenericSchema<unknown, Value>,
): v.GenericSchema<unknown, Record<string, Value>> {
  return v.pipe(
    v.unknown(),
    MappingSchema,
    v.transform((mapping) => Object.entries(mapping)),
    v.array(v.tuple([v.string(), value])),
    v.transform((entries) => Object.fromEntries(entries)),
  );
}

/** What a mapping itself has under an id; what every object inherits is nothing of it. */
export function valueOf<Value>(mapping: Readonly<Record<string, Value>>, id: string): Value | undefined {
  return Object.hasOwn(mapping, id) ? mapping[id] : undefined;
}
