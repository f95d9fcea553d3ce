import type { JSX } from 'preact';
import type { FigureName } from '../../../src/shared/domain/lesson';
import { unreachable } from '../../../src/shared/result';
import { CirclingFigure } from './CirclingFigure';
import { DenoisingFigure } from './DenoisingFigure';
import { DivergencesFigure } from './DivergencesFigure';
import { SlidingFigure } from './SlidingFigure';

/** A picture that answers to its controls. It is loaded when a lesson first shows one. */
export function Figure({ name }: { readonly name: FigureName }): JSX.Element {
  switch (name) {
    case 'circling':
      return <CirclingFigure />;
    case 'denoising':
      return <DenoisingFigure />;
    case 'divergences':
      return <DivergencesFigure />;
    case 'sliding':
      return <SlidingFigure />;
    default:
      return unreachable(name);
  }
}
