import { request } from '../api/client';
import { serverClock } from '../time/serverClock';
import { Reports, type Report } from './reports';
import { IndexedShelf } from './shelf';

/** What this unit reports: kept on the phone, sent in order. */
export const reports = new Reports({
  send: (report: Report) => request('POST', `/api/v1${report.path}`, { key: report.key, body: report.body, keepalive: document.hidden }),
  shelf: new IndexedShelf(),
  now: () => serverClock.iso(),
  clock: Date.now,
  delay: (ms, wake) =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      wake(() => {
        clearTimeout(timer);
        resolve();
      });
    }),
  alone: async (name, run) => (navigator.locks ? await navigator.locks.request(name, async () => await run()) : await run()),
});

// A phone that is put away, and a page that closes: nothing waits for a second thought any more.
document.addEventListener('visibilitychange', () => document.hidden && reports.sendHeld());
addEventListener('pagehide', reports.sendHeld);
