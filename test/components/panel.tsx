import type { Hyperparameters } from '../../src/shared/domain/hyperparameters';
import { PICTURE_DEFAULTS } from '../../src/shared/domain/hyperparameters';
import type { Lesson } from '../../src/shared/domain/lesson';
import { LessonPanel } from '../../webview/lesson/LessonPanel';
import { openPanel } from '../unit/panel/openPanel';
import { screenOf, type Screen } from './screen';

declare global {
  interface Window {
    /** The way to the DOM that these tests run in; see dom.mjs. */
    readonly happyDOM: { setViewport(size: { readonly width: number }): void };
  }
}

/** The whole panel of a lesson on the screen, whose run has begun; a test speaks for the worker. */
export async function panelOnScreen(
  lesson: Lesson,
  h: Hyperparameters = PICTURE_DEFAULTS,
): Promise<ReturnType<typeof openPanel> & { readonly screen: Screen }> {
  const panel = openPanel();
  const { controller } = panel;
  const draw = () => <LessonPanel state={controller.store.state} controller={controller} />;
  const screen = screenOf(draw());
  controller.store.subscribe(() => screen.show(draw()));
  await panel.open(lesson, h);
  return { ...panel, screen };
}

/** The width of the page, which decides whether notes stand beside the stage or below it. */
export function resizePage(width: number): void {
  window.happyDOM.setViewport({ width });
}
