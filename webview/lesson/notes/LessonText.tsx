import createDOMPurify from 'dompurify';
import { render } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { MaskBadge, SealBadge } from '../../ui/icons';

const BADGE_SIZE = 16;

/** Lessons are prose: no pictures, forms or styles of their own. */
const ALLOWED_TAGS = [
  ...[
    'p',
    'b',
    'strong',
    'i',
    'em',
    'code',
    'pre',
    'kbd',
    'sub',
    'sup',
    'br',
    'hr',
    'a',
    'span',
    'blockquote',
  ],
  ...['ul', 'ol', 'li', 'h2', 'h3', 'h4', 'table', 'thead', 'tbody', 'tr', 'th', 'td', 'details', 'summary'],
];
const ALLOWED_ATTRIBUTES = ['href', 'title', 'class', 'lang', 'start', 'open', 'scope', 'role', 'aria-label'];

interface LessonTextProps {
  readonly html: string;
  readonly class?: string;
}

/** HTML of a lesson, cleaned once more before it enters the page. A link is a plain one: VS Code opens it. */
export function LessonText({ html, class: name = '' }: LessonTextProps) {
  const ref = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const clean = createDOMPurify(window).sanitize(html, {
      ALLOWED_TAGS,
      ALLOWED_ATTR: ALLOWED_ATTRIBUTES,
      ALLOW_DATA_ATTR: false,
      RETURN_DOM_FRAGMENT: true,
    });
    for (const badge of clean.querySelectorAll('.badge')) {
      const Badge = badge.classList.contains('real') ? SealBadge : MaskBadge;
      render(<Badge size={BADGE_SIZE} />, badge);
    }
    ref.current?.replaceChildren(clean);
  }, [html]);
  return <div ref={ref} class={`prose ${name}`} />;
}
