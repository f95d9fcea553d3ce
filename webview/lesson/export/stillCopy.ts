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

/** The sides of a box. */
const SIDES = ['top', 'right', 'bottom', 'left'];
const CORNERS = ['top-left', 'top-right', 'bottom-right', 'bottom-left'];

function ofEach(pattern: string, places: readonly string[]): string[] {
  return places.map((place) => pattern.replace('*', place));
}

/** The properties that decide what the lesson panel looks like when nothing moves. */
const STYLE_PROPERTIES: readonly string[] = [
  ...'display position box-sizing float clear z-index width height min-width min-height'.split(' '),
  ...SIDES,
  ...ofEach('margin-*', SIDES),
  ...ofEach('padding-*', SIDES),
  ...ofEach('border-*-width', SIDES),
  ...ofEach('border-*-style', SIDES),
  ...ofEach('border-*-color', SIDES),
  ...ofEach('border-*-radius', CORNERS),
  ...'outline-width outline-style outline-color outline-offset box-shadow opacity visibility'.split(' '),
  ...'background-color background-image background-size background-position background-repeat'.split(' '),
  ...'background-clip overflow-x overflow-y clip-path transform transform-origin filter'.split(' '),
  ...'rotate scale translate object-fit image-rendering mix-blend-mode list-style-type'.split(' '),
  ...'flex-direction flex-wrap flex-grow flex-shrink flex-basis order row-gap column-gap'.split(' '),
  ...'align-items align-self align-content justify-content justify-items justify-self'.split(' '),
  ...'grid-template-columns grid-template-rows grid-auto-flow'.split(' '),
  ...'grid-column-start grid-column-end grid-row-start grid-row-end'.split(' '),
  ...'color font-family font-size font-style font-weight font-variant-numeric line-height'.split(' '),
  ...'letter-spacing text-align text-decoration-line text-overflow text-transform vertical-align'.split(' '),
  ...'white-space writing-mode text-orientation direction border-collapse'.split(' '),
  ...'fill fill-opacity fill-rule stroke stroke-width stroke-opacity stroke-dasharray'.split(' '),
  ...'stroke-linecap stroke-linejoin stop-color stop-opacity text-anchor dominant-baseline'.split(' '),
  ...'vector-effect paint-order'.split(' '),
];
