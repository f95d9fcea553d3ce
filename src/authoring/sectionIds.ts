/** A step or section of a lesson's text, as its heading and directive name it. */
interface SectionId {
  readonly id: string;
  /** The name of its directive. */
  readonly kind: string;
  readonly title: string;
  /** Where its heading begins in the text. */
  readonly offset: number;
}

const NAMED =
  /^#{2,3}[ \t]+(?<title>[^\n]*)\n(?:[ \t]*\n)?[ \t]*<!--[ \t]*(?<kind>[a-z]+):\s*\{\s*id:[ \t]*(?<id>[a-z0-9-]+)/gm;

/** The steps and sections of a text, in its order, however broken it is elsewhere. */
export function sectionIds(text: string): SectionId[] {
  return Array.from(text.matchAll(NAMED), ({ groups, index }) => ({
    id: groups?.['id'] ?? '',
    kind: groups?.['kind'] ?? '',
    title: groups?.['title'] ?? '',
    offset: index,
  }));
}
