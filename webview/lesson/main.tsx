import { render } from 'preact';
import { HostToPanelSchema, type PanelToHost } from '../../src/shared/wire/messages';
import { registerControls } from '../ui/controls';
import { connectHost, pageRoot } from '../ui/host';
import { prefersReducedMotion } from '../ui/motion';
import { pageTimers } from '../ui/timers';
import { showTips } from '../ui/tips';
import { LessonController } from './lessonController';
import { LessonPanel } from './LessonPanel';
import { phaseDuration } from './stage';
import { trainingWorkerFactory } from './training/workerScript';
import { listenToKeys } from './transport/keyboard';
import './layout.css';
import './focusOnBars.css';
// Of the parts that are loaded on demand: a page has one style sheet, and theirs would not be fetched.
import './collections/drawing.css';
import './compare/compare.css';
import './evidence/overview/overview.css';
import './evidence/walk/walk.css';
import './figures/figures.css';
import './games/forger/forger.css';
import './games/games.css';
import './games/inspector/inspector.css';

/** A hidden page paints nothing; training must not wait for it for ever. */
const LONGEST_PAINT_MS = 250;

function afterPaint(callback: () => void): void {
  let called = false;
  const callOnce = (): void => {
    if (!called) {
      called = true;
      callback();
    }
  };
  requestAnimationFrame(callOnce);
  setTimeout(callOnce, LONGEST_PAINT_MS);
}

registerControls();
const host = connectHost<typeof HostToPanelSchema, PanelToHost>(
  HostToPanelSchema,
  (message) => controller.receiveFromHost(message),
  ({ message }) => controller.reportIgnored(message),
);
const controller = new LessonController({
  host,
  createWorker: trainingWorkerFactory(),
  timers: pageTimers,
  memory: host.memory,
  afterPaint,
  motionLength: (phase) => (prefersReducedMotion() ? 0 : phaseDuration(phase)),
});

const root = pageRoot();
const show = (): void => render(<LessonPanel state={controller.store.state} controller={controller} />, root);
controller.store.subscribe(show);
show();

listenToKeys(controller);
showTips(document);
document.addEventListener('visibilitychange', () => {
  if (document.hidden) {
    controller.pageHidden();
  }
});
window.addEventListener('pagehide', () => controller.dispose());
host.send({ type: 'ready' });
