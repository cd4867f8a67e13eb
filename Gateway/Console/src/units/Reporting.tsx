import type { Unit } from '../api/types';
import { useFormats } from '../i18n/format';
import { useWords } from '../i18n/words';
import { refusalWords } from '../incident/refusalWords';

/** How the device of a unit reports, as of when the page was opened. */
export function Reporting({ unit }: { unit: Unit }) {
  const words = useWords(refusalWords);
  const format = useFormats();
  const { lastHeardAt, lastRejected } = unit.reporting ?? {};
  const reason = lastRejected && ((words.codes as Record<string, string>)[lastRejected.code] ?? lastRejected.code);
  return (
    <>
      {lastHeardAt && <div><dt>{words.lastHeard}</dt><dd className="num">{format.full(lastHeardAt)}</dd></div>}
      {lastRejected && <div><dt>{words.lastRejected}</dt><dd className="num">{format.full(lastRejected.at)} · {reason}</dd></div>}
    </>
  );
}
