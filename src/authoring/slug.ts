/**
 * An id made of a title: its Latin letters and digits, in words joined by "-".
 *
 * @param fallback for titles without any, as in Chinese
 */
export function slugOf(title: string, fallback: string): string {
  const slug = title
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST_SLUG)
    .replaceAll(/^-+|-+$/g, '');
  return slug === '' ? fallback : slug;
}

/** Leaves room for a number at its end; an id has at most 64 characters. */
const LONGEST_SLUG = 60;

/** A name that is not taken: the wanted one, or with the first number from 2 on that makes it free. */
export function freeName(wanted: string, isTaken: (name: string) => boolean): string {
  let name = wanted;
  for (let number = 2; isTaken(name); number += 1) {
    name = `${wanted}-${number}`;
  }
  return name;
}
