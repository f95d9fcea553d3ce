/** Where a link of a lesson leads that the panel follows itself. */
type InnerLink =
  /** A step or section of this lesson. */
  | { readonly kind: 'place'; readonly id: string }
  | { readonly kind: 'lesson'; readonly lesson: string; readonly id?: string };

const PLACE = /^#(?<id>[a-z0-9-]+)$/;
const LESSON = /^lesson:(?<lesson>[a-z0-9-]+)(?:#(?<id>[a-z0-9-]+))?$/;

/** @returns `undefined` for any other link, which VS Code follows after its own question */
export function innerLink(target: string): InnerLink | undefined {
  const place = PLACE.exec(target)?.groups?.['id'];
  if (place !== undefined) {
    return { kind: 'place', id: place };
  }
  const { lesson, id } = LESSON.exec(target)?.groups ?? {};
  return lesson === undefined ? undefined : { kind: 'lesson', lesson, ...(id !== undefined && { id }) };
}
