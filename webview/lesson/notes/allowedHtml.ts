/** What Markdown makes: prose and the pictures of a lesson; no forms, scripts or styles of its own. */
const PROSE = (
  'p b strong i em s code pre kbd sub sup br hr a span blockquote ul ol li h2 h3 h4 h5 h6 ' +
  'table thead tbody tr th td details summary img'
).split(' ');

/** Presentation MathML, as KaTeX writes it. */
const MATHEMATICS = (
  'math mrow mi mn mo mtext mspace ms mstyle mpadded mphantom menclose mfrac msqrt mroot ' +
  'msub msup msubsup munder mover munderover mmultiscripts mtable mtr mtd mlabeledtr mglyph merror'
).split(' ');

export const ALLOWED_TAGS: readonly string[] = [...PROSE, ...MATHEMATICS];

const PROSE_ATTRIBUTES = 'href src alt title class lang start open scope role aria-label'.split(' ');

const MATHEMATICS_ATTRIBUTES = (
  'xmlns display displaystyle scriptlevel mathvariant mathcolor mathbackground mathsize stretchy fence separator ' +
  'accent accentunder movablelimits minsize maxsize lspace rspace width height depth voffset linethickness notation ' +
  'rowspacing columnspacing columnalign rowlines columnlines rowalign side symmetric form largeop linebreak'
).split(' ');

export const ALLOWED_ATTRIBUTES: readonly string[] = [...PROSE_ATTRIBUTES, ...MATHEMATICS_ATTRIBUTES];

/** Those whose value is no address. DOMPurify takes every other value for one, and drops it unless links may lead there. */
export const PLAIN_ATTRIBUTES: readonly string[] = ALLOWED_ATTRIBUTES.filter(
  (name) => name !== 'href' && name !== 'src',
);

/** Where links may lead: outside, to another lesson, and within this one. Pictures are `data:`, which is let pass. */
export const ALLOWED_LINKS = /^(?:https?:\/\/|lesson:|#)/i;
