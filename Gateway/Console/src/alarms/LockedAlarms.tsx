import { Icon } from '../design/Icon';
import { useFormats } from '../i18n/format';
import { useWords } from '../i18n/words';
import { useMay } from '../signin/may';
import { icons } from './icons';
import { PlaceAge } from './PlaceAge';
import { countsOf } from './useAlarmSound';
import { useAlarms } from './useAlarms';
import { useWaitingCalls } from './waitingCalls';
import { alarmWords } from './words';
import './alarms.css';

/**
 * The alarms on a page that is locked: how many of each kind, and every officer in distress with the place. Nothing can be pressed: who
 * stands there is not known. The bar behind the lock goes on sounding.
 */
export function LockedAlarms() {
  const words = useWords(alarmWords);
  const format = useFormats();
  const mayRead = useMay('readIncidents');
  const mayCalls = useMay('readCalls') && mayRead;
  const alarms = useAlarms(useWaitingCalls(mayCalls));
  if (!mayRead) return null;
  const counts = countsOf(alarms);
  return (
    <section className="alarms" aria-label={words.title} data-loud={alarms.some((a) => a.isLoud) ? '' : undefined}>
      <div className="alarm-bar">
        {counts.length === 0 && <span className="alarm-quiet">{words.quiet}</span>}
        {counts.map(([kind, count]) => (
          <span key={kind} className="alarm" data-kind={kind} data-loud={alarms.find((a) => a.kind === kind)?.isLoud ? '' : undefined}>
            <Icon name={icons[kind]} />
            <b className="num">{count}</b>
            <span className="alarm-kind">{words.kind[kind]}</span>
          </span>
        ))}
      </div>
      {alarms.filter((a) => a.kind === 'distress').map((a) => (
        <div key={a.key} className="alarm-distress" data-loud={a.isLoud ? '' : undefined} role="alert">
          <Icon name="siren" />
          <b>{words.distressOf(a.name)}</b>
          <span className="num">{format.time(a.since!)}</span>
          <span className="cut">{a.incident?.location?.address ?? (a.incident?.location ? '' : words.noPlace)}</span>
          <PlaceAge located={a.incident?.located ?? null} />
        </div>
      ))}
    </section>
  );
}
