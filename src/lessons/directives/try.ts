import * as l10n from '@vscode/l10n';
import * as v from 'valibot';
import { renderHtml } from '../lessonMarkdown';
import { changesSchema } from '../vocabulary/hyperparameters';
import { described } from '../vocabulary/words';
import { sectionReader } from './sectionReader';
import { OwnIdSchema, TextSchema } from './values';

const ChoiceSchema = v.strictObject({
  label: described(TextSchema, () => l10n.t('The words on the button.')),
  changes: v.pipe(
    changesSchema(() => l10n.t('What the button changes in the current run.')),
    v.check(
      (changes) => Object.keys(changes).length > 0,
      () => l10n.t('This button changes nothing: name a hyperparameter and its value.'),
    ),
  ),
});

const ChoicesSchema = v.pipe(
  v.array(ChoiceSchema),
  v.nonEmpty(() => l10n.t('There is nothing to try: write "{0}".', '{ label: …, changes: { … } }')),
);

const TryDirectiveSchema = described(
  v.strictObject({
    id: OwnIdSchema,
    choices: described(ChoicesSchema, () => l10n.t('One button for each change to try.')),
  }),
  () => l10n.t('Changes to try, each a button.'),
);

/** `<!-- try: { id: …, choices: [{ label: …, changes: { … } }] } -->`; "try" itself is a word of the language. */
export const tryOut = sectionReader(TryDirectiveSchema, ({ values: { id, choices }, title, content }) => ({
  kind: 'try',
  id,
  title,
  html: renderHtml(content),
  choices,
}));
