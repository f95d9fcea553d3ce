import * as l10n from '@vscode/l10n';
import * as v from 'valibot';
import { namesSchema } from '../vocabulary/hyperparameters';
import { described } from '../vocabulary/words';
import { OwnIdSchema } from './values';

/** `<!-- step: { id: …, hide: [ … ], lock: [ … ] } -->`, below a heading of the second level. */
export const StepDirectiveSchema = described(
  v.strictObject({
    id: OwnIdSchema,
    hide: v.optional(
      namesSchema(() => l10n.t('Hyperparameters that the form does not show while this step is read.')),
      [],
    ),
    lock: v.optional(
      namesSchema(() => l10n.t('Hyperparameters that can be seen but not changed while this step is read.')),
      [],
    ),
  }),
  () => l10n.t('A step of the lesson: a heading with "##".'),
);
