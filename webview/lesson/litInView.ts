import { useEffect } from 'preact/hooks';
import type { Region } from '../../src/shared/regions';
import { prefersReducedMotion } from '../ui/motion';

/** A region of which less is to be seen is brought into view. */
const ENOUGH_SHOWN = 0.5;

/** From here down, what scrolls is covered by the bar that stays at the upper edge. */
function upperEdge(panel: Element): number {
  return panel.querySelector('.rail')?.getBoundingClientRect().bottom ?? 0;
}

/** From here on, what scrolls is covered by what stays at the lower edge. */
function lowerEdge(panel: Element): number {
  const covers = [...panel.querySelectorAll('#storyline, #transport, .deck')].filter(
    (cover) => getComputedStyle(cover).position === 'sticky',
  );
  return Math.min(innerHeight, ...covers.map((cover) => cover.getBoundingClientRect().top));
}

/** In a run on points everything happens on the plane. */
function whereShown(region: Region): Region {
  return document.querySelector('#stage.on-plane') === null ? region : 'verdict';
}

function shownShare(element: Element, panel: Element): number {
  const { top, bottom, height } = element.getBoundingClientRect();
  const shown = Math.min(bottom, lowerEdge(panel)) - Math.max(top, upperEdge(panel));
  return height === 0 ? 1 : Math.max(0, shown) / height;
}

/**
 * Brings the lit part of the stage into view when another one is lit, where the stage is higher than the window. What
 * is mostly there already stays where it is.
 *
 * @param region the lit part; `undefined` when none is, and while rounds pass whole, which nobody follows part by part
 */
export function useLitInView(
  panel: { readonly current: HTMLElement | null },
  region: Region | undefined,
): void {
  useEffect(() => {
    const place = region && `[data-region="${whereShown(region)}"]`;
    // The film strip is no part of the stage.
    const lit = place && panel.current?.querySelector(`#stage ${place}, .film ${place}`);
    if (panel.current && lit && shownShare(lit, panel.current) < ENOUGH_SHOWN) {
      lit.scrollIntoView({ block: 'nearest', behavior: prefersReducedMotion() ? 'instant' : 'smooth' });
    }
  }, [region]);
}
