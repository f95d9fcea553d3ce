import * as v from 'valibot';
import { HYPERPARAMETER_NAMES } from '../../shared/hyperparameters';
import { SlugSchema } from './values';

const NamesSchema = v.optional(v.array(v.picklist(HYPERPARAMETER_NAMES)), []);

/** `<!-- step: { id: …, hide: [ … ], lock: [ … ] } -->`, below a heading of the second level. */
export const StepDirectiveSchema = v.strictObject({ id: SlugSchema, hide: NamesSchema, lock: NamesSchema });
