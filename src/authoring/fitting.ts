import * as v from 'valibot';
import { bareSchema, keysOf } from '../lessons/vocabulary/schemaKeys';
import { choicesOf } from '../lessons/vocabulary/words';

const FormsSchema = v.object({
  type: v.literal('variant'),
  key: v.string(),
  options: v.array(v.custom<v.GenericSchema>((value) => typeof value === 'object' && value !== null)),
});

/** The forms of a mapping that fit what is given of it; a mapping with one form is that form. */
export function fitting(
  schema: v.GenericSchema,
  given: ReadonlyMap<string, unknown>,
): readonly v.GenericSchema[] {
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
