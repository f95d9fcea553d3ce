/**
 * Calls back whenever VS Code has changed the theme, which it writes into the page's own style and classes. With the next
 * frame of the screen, because until then Chromium computes variables that are made of the theme's from its old ones.
 *
 * @returns a function that ends it
 */
export function onThemeChange(changed: () => void): () => void {
  let frame = 0;
  const observer = new MutationObserver(() => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(changed);
  });
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['style', 'class'] });
  observer.observe(document.body, { attributes: true, attributeFilter: ['class'] });
  return () => {
    cancelAnimationFrame(frame);
    observer.disconnect();
  };
}

/**
 * A colour of the theme as a canvas takes it. A canvas knows no variables, so the browser resolves them on an element.
 *
 * @param place an element for which the colour is declared, and which gets a child for a moment
 * @param token a colour of the style sheet, such as `var(--real)`
 */
export function resolvedColour(place: HTMLElement, token: string): string {
  const probe = document.createElement('span');
  probe.hidden = true;
  probe.style.color = token;
  place.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}
