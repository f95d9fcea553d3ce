import assert from 'node:assert/strict';
import type { Session } from '../../../src/session/session';

/** What the form is told. */
export function shown(session: Session) {
  const message = session.formMessage();
  return message.type === 'show' ? message : assert.fail('The form is told something else.');
}

/** What a panel that is ready is told. */
export function snapshotOf(session: Session) {
  const message = session.panelReady();
  return message?.type === 'snapshot' ? message : assert.fail('The panel gets no snapshot.');
}
