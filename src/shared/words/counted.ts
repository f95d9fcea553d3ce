import * as l10n from '@vscode/l10n';

/** All categories of plural forms, in the order in which a message lists those of its language (CLDR). */
const CATEGORIES: readonly Intl.LDMLPluralRule[] = ['zero', 'one', 'two', 'few', 'many', 'other'];

/** Between the forms of a message that counts something. */
const BETWEEN = ' | ';

/**
 * The form of a message that fits a number.
 *
 * @param forms as translated, one for each plural category of the language: "1 change | {0} changes" in English
 */
export function counted(count: number, forms: string): string {
  const each = forms.split(BETWEEN);
  const chosen = pluralCategories(messageLanguage()).indexOf(rulesOf(messageLanguage()).select(count));
  return each[chosen] ?? each.at(-1) ?? forms;
}

/** The plural categories of a language, in the order of the forms of its messages. */
export function pluralCategories(language: string): readonly Intl.LDMLPluralRule[] {
  const { pluralCategories: used } = rulesOf(language).resolvedOptions();
  return CATEGORIES.filter((category) => used.includes(category));
}

/** The language that messages are in: not always that of the editor, and English where nothing is translated. */
function messageLanguage(): string {
  // Each bundle translates the tag of English by its own.
  return l10n.t('en');
}

function rulesOf(language: string): Intl.PluralRules {
  return new Intl.PluralRules(language);
}
