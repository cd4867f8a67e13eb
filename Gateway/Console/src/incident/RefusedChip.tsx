import type { ReportingMark } from '../api/types';
import { Icon } from '../design/Icon';
import { useFormats } from '../i18n/format';
import { useWords } from '../i18n/words';
import { useRefused } from '../live/live';
import { useSecond } from '../time/ticker';
import { refusalWords } from './refusalWords';

/** Says that a unit's position reports are refused, why and for how long: it is not where it is shown. Of other units it says nothing. */
export function RefusedChip({ unitId, short = false }: { unitId: string; short?: boolean }) {
  const mark = useRefused(unitId);
  return mark ? <Chip mark={mark} short={short} /> : null;
}

function Chip({ mark, short }: { mark: ReportingMark; short: boolean }) {
  const words = useWords(refusalWords);
  const format = useFormats();
  const nowMs = useSecond() * 1000;
  const reason = (words.codes as Record<string, string>)[mark.refused ?? ''] ?? mark.refused ?? '';
  const minutes = mark.since === null ? 0 : Math.max(0, Math.floor((nowMs - Date.parse(mark.since)) / 60_000));
  const text = words.refused(reason, format.duration(minutes * 60));
  return (
    <span className="chip bad" title={text}>
      <Icon name="alert" />
      {short ? <span className="visually-hidden">{text}</span> : text}
    </span>
  );
}
