import type { Term } from '../shared/wire/messages';

/**
 * The terms of a glossary: the rows of its only table, in which a term in two languages comes before its meaning. Rows
 * that have no more than two cells are left out.
 */
export function termsOf(markdown: string): Term[] {
  const [, , ...rows] = markdown.split('\n').filter((line) => line.startsWith('|'));
  return rows.flatMap((row) => {
    const [, term = '', translation = '', meaning] = row.split('|').map((cell) => cell.trim());
    return meaning === undefined || meaning === ''
      ? []
      : [{ names: [...namesOf(term), ...namesOf(translation)], meaning }];
  });
}

/** "collection, data set" has two names, and so has "generator (the forger)". */
function namesOf(cell: string): string[] {
  return cell.split(/[,;，；、]/).flatMap((name) => {
    const [before = '', within = '', after = ''] = name.split(/[()（）]/);
    return [`${before.trim()} ${after.trim()}`.trim(), within.trim().replace(/^the /, '')].filter(
      (each) => each !== '',
    );
  });
}
