import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Region } from '../../src/shared/domain/regions';

/** The parts of the panel that are lit, the most important first. */
export interface Lit {
  readonly regions: readonly Region[];
  /** The number that the passage that speaks of them shares with its phase, from 1 to 7. */
  readonly number?: number;
}

export const NOTHING_LIT: Lit = { regions: [] };

/** What is lit now, for every part of the panel that can be. */
export const LitContext = createContext<Lit>(NOTHING_LIT);

/** What marks the element of a part around the stage: it is outlined while `data-lit` is there. */
export function useLitRegion(region: Region): {
  readonly 'data-region': Region;
  readonly 'data-lit'?: string;
} {
  const { regions, number } = useContext(LitContext);
  return {
    'data-region': region,
    ...(regions.includes(region) && { 'data-lit': number === undefined ? '' : String(number) }),
  };
}
