/** The sides of a box. */
const SIDES = ['top', 'right', 'bottom', 'left'];
const CORNERS = ['top-left', 'top-right', 'bottom-right', 'bottom-left'];

function ofEach(pattern: string, places: readonly string[]): string[] {
  return places.map((place) => pattern.replace('*', place));
}

/** The properties that decide what the lesson panel looks like when nothing moves. */
export const STYLE_PROPERTIES: readonly string[] = [
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
