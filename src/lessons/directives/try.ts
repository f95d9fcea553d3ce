import * as l10n from '@vscode/l10n';
import * as v from 'valibot';
import { HyperparameterChangesSchema } from '../../shared/hyperparameters';
import { renderHtml } from '../lessonMarkdown';
import { sectionReader } from './sectionReader';
import { SlugSchema, TextSchema } from './values';

const ChoiceSchema = v.strictObject({
  label: TextSchema,
  changes: v.pipe(
    HyperparameterChangesSchema,
    v.check(
      (changes) => Object.keys(changes).length > 0,
      () => l10n.t('This button changes nothing: name a hyperparameter and its value.'),
    ),
  ),
});

const TryDirectiveSchema = v.strictObject({
  id: SlugSchema,
  choices: v.pipe(
    v.array(ChoiceSchema),
    v.nonEmpty(() => l10n.t('There is nothing to try: write "{0}".', '{ label: …, changes: { … } }')),
  ),
});

/** `<!-- try: { id: …, choices: [{ label: …, changes: { … } }] } -->`; "try" itself is a word of the language. */
export const tryOut = sectionReader(TryDirectiveSchema, ({ values: { id, choices }, title, content }) => ({
  kind: 'try',
  id,
  title,
  html: renderHtml(content),
  choices,
}));
