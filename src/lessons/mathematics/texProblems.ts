import * as l10n from '@vscode/l10n';

/** Where KaTeX stopped reading: an offset into the TeX, and how many characters it stopped at; none at the end. */
interface TexStop {
  readonly position: number;
  readonly length: number;
}

/**
 * What is wrong with TeX, in the person's language. KaTeX's own errors have neither codes nor translations, so this goes by
 * where it stopped.
 *
 * @returns `undefined` where the place does not tell
 */
export function describeTexProblem(tex: string, { position, length }: TexStop): string | undefined {
  // The space behind a command belongs to it.
  const stopped = tex.slice(position, position + length).trim();
  if (position >= tex.length) {
    return describeEnd(tex);
  }
  switch (stopped) {
    case '}':
      return l10n.t('There is one "{0}" too many here.', '}');
    case '&':
      return l10n.t('"{0}" is only allowed between {1} and {2}.', '&', '\\begin{aligned}', '\\end{aligned}');
    case '^':
    case '_':
      return l10n.t(
        '"{0}" takes one character, or a group in braces, as in {1}; two in a row need braces around the first.',
        stopped,
        `x${stopped}{12}`,
      );
    case '#':
    case '$':
      return l10n.t('A "{0}" in a formula is written "{1}".', stopped, `\\${stopped}`);
    case '\\right':
      return l10n.t('"{0}" is missing before this "{1}".', '\\left', '\\right');
    case '\\end':
      return l10n.t('This "{0}" names another environment than the "{1}" before it.', '\\end', '\\begin');
    default:
      return describeName(stopped);
  }
}

function describeName(stopped: string): string | undefined {
  if (/^\{[^{}]*\}$/.test(stopped)) {
    return l10n.t(
      'There is no environment "{0}". For several lines take "{1}".',
      stopped.slice(1, -1),
      'aligned',
    );
  }
  return /^\\[a-zA-Z]+$/.test(stopped)
    ? l10n.t('"{0}" is no command that is known here. Check how it is written.', stopped)
    : undefined;
}

/** What is missing at the end. */
function describeEnd(tex: string): string {
  const count = (pattern: RegExp): number => tex.match(pattern)?.length ?? 0;
  if (count(/(?<!\\)\{/g) > count(/(?<!\\)\}/g)) {
    return l10n.t('A "{0}" is not closed.', '{');
  }
  if (count(/\\left(?![a-zA-Z])/g) > count(/\\right(?![a-zA-Z])/g)) {
    return l10n.t('"{0}" is missing after "{1}".', '\\right', '\\left');
  }
  if (count(/\\begin(?![a-zA-Z])/g) > count(/\\end(?![a-zA-Z])/g)) {
    return l10n.t('"{0}" is missing after "{1}".', '\\end', '\\begin');
  }
  return l10n.t('It ends too early: the last command wants more in braces, as in {0}.', '\\frac{1}{2}');
}
