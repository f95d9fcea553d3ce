import * as l10n from '@vscode/l10n';
import { failure, type Result } from '../shared/result';
import { LESSON_LINK_PATH, readLessonLink, type LessonLink } from './lessonLink';

/** A mail with a link in it may be pasted whole, but not a book; in UTF-16 code units. */
const LONGEST_TEXT = 65_536;

/** Links that pass through mail scanners are addresses within addresses, each encoded once more. */
const MOST_ENCODINGS = 3;

/** What surrounds a link in sentences, Markdown, HTML and mails, and cannot be a part of one. */
const AROUND = /[\s<>"'`“”‘’«»「」『』《》()[\]{}（）【】，。；：、！？…|]+/u;

/** Ends a sentence or a clause, and never a link. */
const PUNCTUATION_AT_END = '.,;:!?';

/** What is before the name of an extension in an address. */
const BEFORE_EXTENSION = /[/+=@]/;

/**
 * Finds the link in a text that a person has pasted: `vscode:`, `vscode-insiders:` or another editor's address, an
 * `https:` address that holds one, or one without its scheme; with words, quotation marks or brackets around it. Takes
 * any text whatsoever.
 *
 * @param extensionId that the link must lead to, as in `publisher.name`
 */
export function readPastedLink(pasted: string, extensionId: string): Result<LessonLink> {
  if (pasted.length > LONGEST_TEXT) {
    return failure(
      l10n.t('The text is longer than {0} characters.', LONGEST_TEXT),
      l10n.t('Paste the link alone.'),
    );
  }
  const found = pasted
    .replaceAll('&amp;', '&')
    .split(AROUND)
    .flatMap((word) => addressesIn(withoutPunctuation(word)));
  const [first] = found;
  if (first === undefined) {
    return failure(
      l10n.t('There is no link to a lesson in this text.'),
      l10n.t('A link looks like {0}.', `vscode://${extensionId}${LESSON_LINK_PATH}?id=…`),
    );
  }
  if (found.some(({ query }) => query !== first.query)) {
    return failure(l10n.t('There are several links in this text.'), l10n.t('Paste one of them.'));
  }
  if (first.extension.toLowerCase() !== extensionId.toLowerCase()) {
    return failure(
      l10n.t('This link leads to the extension “{0}”, and this one is “{1}”.', first.extension, extensionId),
      l10n.t('Open it in an editor that has that extension.'),
    );
  }
  return readLessonLink(LESSON_LINK_PATH, first.query);
}

interface Address {
  readonly extension: string;
  readonly query: string;
}

/** The address that a word is or, as a parameter of its own, holds. */
function addressesIn(word: string): Address[] {
  const whole = addressFrom(word);
  // The parameters that a mail scanner adds after the address are not the link's.
  const found = whole ? [whole] : word.split(/[?&]/).map((part) => addressFrom(decodedOften(part)));
  return found.flatMap((address) => (address ? [{ ...address, query: decodedOften(address.query) }] : []));
}

/** Without a search that begins again at every character: the text may be long, and is anybody's. */
function addressFrom(text: string): Address | undefined {
  const path = text.indexOf(`${LESSON_LINK_PATH}?`);
  const extension = text.slice(0, Math.max(0, path)).split(BEFORE_EXTENSION).at(-1) ?? '';
  const [query = ''] = text.slice(path + LESSON_LINK_PATH.length + 1).split('#');
  return extension === '' ? undefined : { extension, query };
}

function withoutPunctuation(word: string): string {
  let end = word.length;
  while (end > 0 && PUNCTUATION_AT_END.includes(word.charAt(end - 1))) {
    end -= 1;
  }
  return word.slice(0, end);
}

/** A text without its percent encoding; as it is where it has none, or a broken one. */
function decodedOften(text: string): string {
  let decoded = text;
  for (let times = 0; times < MOST_ENCODINGS && decoded.includes('%'); times += 1) {
    try {
      decoded = decodeURIComponent(decoded);
    } catch {
      return decoded;
    }
  }
  return decoded;
}
