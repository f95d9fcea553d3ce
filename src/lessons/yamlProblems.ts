import * as l10n from '@vscode/l10n';
import type { YAMLError } from 'yaml';

/** What is wrong with YAML that cannot be read, and what to write instead, as far as the kind of the error tells. */
export function describeYamlError({ code, message }: Pick<YAMLError, 'code' | 'message'>): string {
  switch (code) {
    case 'BLOCK_AS_IMPLICIT_KEY':
    case 'BLOCK_IN_FLOW':
      return l10n.t(
        'There is one colon too many here. Put a text with a colon in quotation marks; put a comma between two keys.',
      );
    case 'DUPLICATE_KEY':
      return l10n.t('This key appears twice. Keep one of them.');
    case 'MISSING_CHAR':
    case 'BAD_INDENT':
      return l10n.t(
        'A bracket or quotation mark before this is not closed: "{0}", "{1}" or quotes.',
        '}',
        ']',
      );
    case 'BAD_SCALAR_START':
      return l10n.t('Put a text that begins with this character in quotation marks.');
    case 'BAD_DQ_ESCAPE':
      return l10n.t(
        'In double quotation marks a backslash means something else. Double it, or write the text in single ones: {0}',
        "'\\…'",
      );
    case 'TAB_AS_INDENT':
      return l10n.t('Indent with spaces, not with tabs.');
    case 'MULTILINE_IMPLICIT_KEY':
      return l10n.t('After a key there is a colon and its value: "{0}".', 'key: …');
    case 'UNEXPECTED_TOKEN':
      return l10n.t(
        'Something is missing before this: a comma, or a quotation mark. An apostrophe within single quotation marks is written twice.',
      );
    case 'ALIAS_PROPS':
    case 'BAD_ALIAS':
    case 'BAD_PROP_ORDER':
    case 'MULTIPLE_ANCHORS':
    case 'MULTIPLE_TAGS':
    case 'TAG_RESOLVE_FAILED':
      return l10n.t('Put a text that begins with "&", "*" or "!" in quotation marks.');
    case 'BAD_COLLECTION_TYPE':
    case 'NON_STRING_KEY':
      return l10n.t('Write a key here, which is a plain word, and a colon: "{0}".', 'key: …');
    case 'BAD_DIRECTIVE':
      return l10n.t('No line may begin with "%" here. Put the text in quotation marks.');
    case 'MULTIPLE_DOCS':
      return l10n.t(
        'A line of "---" or "..." ends the front matter: use it only at the beginning and the end.',
      );
    default:
      return l10n.t('This cannot be read as YAML: {0}', message);
  }
}
