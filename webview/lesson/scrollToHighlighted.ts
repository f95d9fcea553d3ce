import { useEffect, useRef } from 'preact/hooks';
import type { Region } from '../../src/shared/domain/regions';
import type { RunFrame } from '../../src/shared/wire/run';
import { bringIntoView } from '../ui/scrolling';

type PanelRef = { readonly current: HTMLElement | null };

/** A region of which less is to be seen is brought into view. */
const ENOUGH_SHOWN = 0.5;

/** From here down, what scrolls is covered by the bar that stays at the upper edge. */
function upperEdge(panel: Element): number {
  return panel.querySelector('.rail')?.getBoundingClientRect().bottom ?? 0;
}

/** From here on, an element that scrolls is covered by what stays at the lower edge, unless it is on that itself. */
function lowerEdge(element: Element, panel: Element, stays: string): number {
  const covers = [...panel.querySelectorAll(stays)].filter(
    (cover) => getComputedStyle(cover).position === 'sticky' && !cover.contains(element),
  );
  return Math.min(innerHeight, ...covers.map((cover) => cover.getBoundingClientRect().top));
}

/** In a run on points everything happens on the plane. */
function whereShown(region: Region): Region {
  return document.querySelector('#stage.on-plane') === null ? region : 'verdict';
}

/** @param stays what stays at the lower edge and may cover the element */
function shownShare(element: Element, panel: Element, stays = '#storyline, #transport, .deck'): number {
  const { top, bottom, height } = element.getBoundingClientRect();
  const shown = Math.min(bottom, lowerEdge(element, panel, stays)) - Math.max(top, upperEdge(panel));
  return height === 0 ? 1 : Math.max(0, shown) / height;
}

function showMost(panel: Element | null, part: string): void {
  const element = panel?.querySelector(part);
  if (panel && element && shownShare(element, panel) < ENOUGH_SHOWN) {
    bringIntoView(element, 'nearest');
  }
}

/**
 * Brings the lit part of the stage into view when another one is lit, where the stage is higher than the window. What
 * is mostly there already stays where it is.
 *
 * @param region the lit part; `undefined` when none is, and while rounds pass whole, which nobody follows part by part
 */
export function useScrollToHighlighted(panel: PanelRef, region: Region | undefined): void {
  useEffect(() => {
    if (region !== undefined) {
      const place = `[data-region="${whereShown(region)}"]`;
      // The film strip is no part of the stage.
      showMost(panel.current, `#stage ${place}, .film ${place}`);
    }
  }, [region]);
}

/**
 * Where stage and notes stand in one column, brings into view what somebody asks for who steps or plays: with a step the
 * lit part of the stage, or the stage where none is lit; with whole rounds the verdict and the film strip below it.
 *
 * @param region the lit part of the stage, if one is
 */
export function useRunInView(
  panel: PanelRef,
  oneColumn: boolean,
  frame: RunFrame | undefined,
  playing: boolean,
  region: Region | undefined,
): void {
  const flies = playing && frame?.wholeRounds === true && frame.position.round > 0;
  const step =
    frame && (frame.wholeRounds ? 'whole' : `${frame.position.round} ${frame.position.phasesDone}`);
  const before = useRef<string | undefined>(undefined);
  useEffect(() => {
    // Who opens a lesson in the middle of a round is to stay where they opened it.
    const opened = before.current === undefined;
    before.current = step;
    if (oneColumn && !opened && step !== undefined && step !== 'whole') {
      showMost(
        panel.current,
        region === undefined ? '#stage' : `#stage [data-region="${whereShown(region)}"]`,
      );
    }
  }, [step]);
  useEffect(() => {
    const [verdict, strip] = ['#stage [data-region=verdict]', '#filmstrip'].map((part) =>
      panel.current?.querySelector(part),
    );
    if (
      oneColumn &&
      flies &&
      panel.current &&
      verdict &&
      strip &&
      (shownShare(strip, panel.current, '#transport') < 1 ||
        shownShare(verdict, panel.current) < ENOUGH_SHOWN)
    ) {
      bringIntoView(strip, 'end');
    }
  }, [flies]);
}
