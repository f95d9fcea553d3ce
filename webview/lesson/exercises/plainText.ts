/** The words of a lesson's HTML, for a screen reader. Nothing in it is run or loaded. */
export function plainText(html: string): string {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  return (body.textContent ?? '').replaceAll(/\s+/g, ' ').trim();
}
