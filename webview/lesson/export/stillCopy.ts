import { STYLE_PROPERTIES } from './styleProperties';

const XHTML = 'http://www.w3.org/1999/xhtml';

/**
 * A copy of an element that looks the same without the page's style sheets: every style is written into it, canvases
 * are pictures, and shadow trees and generated content are ordinary elements.
 */
export function stillCopy(element: Element): Element {
  const copy =
    element instanceof HTMLCanvasElement
      ? pictureOf(element)
      : document.createElementNS(element.namespaceURI, plainName(element));
  copyAttributes(element, copy);
  writeStyle(copy, getComputedStyle(element));
  const nodes = [
    generated(element, '::before'),
    ...shownNodes(element).map(copyOfNode),
    generated(element, '::after'),
  ];
  copy.append(...nodes.filter((node) => node !== undefined));
  return copy;
}

/** Custom elements mean nothing outside of the page. */
function plainName({ localName }: Element): string {
  return localName.includes('-') ? 'div' : localName;
}

function pictureOf(canvas: HTMLCanvasElement): HTMLImageElement {
  const picture = document.createElement('img');
  picture.src = canvas.toDataURL();
  return picture;
}

function copyAttributes(element: Element, copy: Element): void {
  for (const { name, value, namespaceURI } of element.attributes) {
    // Styles are written by themselves; nothing in the copy listens or is looked for.
    if (name !== 'style' && name !== 'class') {
      copy.setAttributeNS(namespaceURI, name, value);
    }
  }
}

/** What is seen inside of an element: its shadow tree, if it has one, with what is slotted into it. */
function shownNodes(element: Element): Node[] {
  if (element instanceof HTMLSlotElement) {
    const slotted = element.assignedNodes({ flatten: true });
    return slotted.length > 0 ? slotted : [...element.childNodes];
  }
  return [...(element.shadowRoot ?? element).childNodes];
}

function copyOfNode(node: Node): Node | undefined {
  if (node instanceof Element) {
    return node instanceof HTMLStyleElement || getComputedStyle(node).display === 'none'
      ? undefined
      : stillCopy(node);
  }
  return node instanceof Text ? document.createTextNode(node.data) : undefined;
}

/** What a style sheet adds before or after the content of an element. */
function generated(element: Element, which: '::before' | '::after'): Element | undefined {
  const style = getComputedStyle(element, which);
  if (style.content === 'none' || style.content === 'normal' || style.display === 'none') {
    return undefined;
  }
  const copy = document.createElementNS(XHTML, 'span');
  writeStyle(copy, style);
  copy.textContent = textOf(style.content);
  return copy;
}

/** The string in a computed `content`; anything else than strings is left out. */
function textOf(content: string): string {
  return content.startsWith('"') ? content.slice(1, content.lastIndexOf('"')).replaceAll('\\"', '"') : '';
}

function writeStyle(copy: Element, computed: CSSStyleDeclaration): void {
  if (copy instanceof HTMLElement || copy instanceof SVGElement) {
    const styles = STYLE_PROPERTIES.map((name) => `${name}:${computed.getPropertyValue(name)}`);
    // Through the object model, which the content security policy allows, and not as an attribute.
    copy.style.cssText = styles.join(';');
  }
}
