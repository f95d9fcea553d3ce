import createDOMPurify from 'dompurify';
import { render } from 'preact';
import type { JSX } from 'preact';
import { useContext, useLayoutEffect, useRef } from 'preact/hooks';
import { MaskBadge, SealBadge } from '../../ui/icons';
import { ALLOWED_ATTRIBUTES, ALLOWED_LINKS, ALLOWED_TAGS, PLAIN_ATTRIBUTES } from './allowedHtml';
import { explainTerms, MeaningsContext } from './terms';
import { keepReachable } from './wideFormulas';
import './lessonText.css';

const BADGE_SIZE = 16;

interface LessonTextProps {
  readonly html: string;
  readonly class?: string;
}

/** HTML of a lesson, cleaned once more before it enters the page. A link is a plain one: VS Code opens it. */
export function LessonText({ html, class: name = '' }: LessonTextProps): JSX.Element {
  const ref = useRef<HTMLDivElement>(null);
  const meanings = useContext(MeaningsContext);
  useLayoutEffect(() => {
    const clean = createDOMPurify(window).sanitize(html, {
      ALLOWED_TAGS: [...ALLOWED_TAGS],
      ALLOWED_ATTR: [...ALLOWED_ATTRIBUTES],
      ALLOWED_URI_REGEXP: ALLOWED_LINKS,
      ADD_URI_SAFE_ATTR: [...PLAIN_ATTRIBUTES],
      ALLOW_DATA_ATTR: false,
      RETURN_DOM_FRAGMENT: true,
    });
    for (const badge of clean.querySelectorAll('.badge')) {
      const Badge = badge.classList.contains('real') ? SealBadge : MaskBadge;
      render(<Badge size={BADGE_SIZE} />, badge);
    }
    ref.current?.replaceChildren(clean);
    return ref.current === null ? undefined : keepReachable(ref.current);
  }, [html]);
  useLayoutEffect(() => {
    if (ref.current !== null) {
      explainTerms(ref.current, meanings);
    }
  }, [html, meanings]);
  return <div ref={ref} class={`prose ${name}`} />;
}
