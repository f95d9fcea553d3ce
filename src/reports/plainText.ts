const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['#39', "'"],
]);

/** MathML writes the application of a function as a character that nobody sees. */
const FUNCTION_APPLICATION = /\u2061/g;

/**
 * The words of HTML that was made from a lesson's Markdown, in which every character that is not a tag is escaped. The
 * symbols of a formula stay together.
 */
export function plainTextOf(html: string): string {
  return html
    .replaceAll(/<math[\s\S]*?<\/math>/g, (formula) =>
      formula.replaceAll(/<[^>]*>|\s/g, '').replaceAll(FUNCTION_APPLICATION, ' '),
    )
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/&(?<name>#39|[a-z]+);/g, (whole, name: string) => ENTITIES.get(name) ?? whole)
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/** Text as it stands in Markdown, where it means nothing but itself. */
export function markdownText(text: string): string {
  return text
    .replaceAll(/[\\`*_{}[\]<>()#+!|~$&-]/g, (character) => `\\${character}`)
    .replaceAll(/\s+/g, ' ');
}
