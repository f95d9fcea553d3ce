import * as v from 'valibot';
import type { Browser } from 'playwright-core';

/** What the browser's own tracing tells of a task, and of the name of a thread. */
const TraceEventSchema = v.object({
  name: v.string(),
  pid: v.number(),
  tid: v.number(),
  /** Microseconds that the thread had a processor. */
  tdur: v.optional(v.number()),
  args: v.optional(v.object({ name: v.optional(v.unknown()) })),
});

/**
 * The longest task of the pages' main threads while something else goes on, in milliseconds of processor time: what the
 * page itself has to do, however long it waits for a processor on a machine that others use, too.
 *
 * @param browser only the pages that are to be watched are open in it
 */
export async function longestTaskOnProcessor(
  browser: Browser,
  meanwhile: () => Promise<void>,
): Promise<number> {
  const session = await browser.newBrowserCDPSession();
  const events: v.InferOutput<typeof TraceEventSchema>[] = [];
  session.on('Tracing.dataCollected', ({ value }) => {
    events.push(...value.filter((event) => v.is(TraceEventSchema, event)));
  });
  await session.send('Tracing.start', { traceConfig: { includedCategories: ['toplevel', '__metadata'] } });
  await meanwhile();
  const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
  await session.send('Tracing.end');
  await complete;
  await session.detach();
  const thread = ({ pid, tid }: { pid: number; tid: number }): string => `${pid} ${tid}`;
  const ofPages = new Set(
    events
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map((event) => thread(event)),
  );
  const times = events
    .filter((event) => event.name === 'ThreadControllerImpl::RunTask' && ofPages.has(thread(event)))
    .map(({ tdur = 0 }) => tdur / 1000);
  if (times.length === 0) {
    throw new Error('The browser told of no task of a page; its tracing may have other names now.');
  }
  return Math.max(...times);
}
