import { useState } from 'react';
import { command } from '../api/commands';
import type { Incident } from '../api/types';
import { Icon } from '../design/Icon';
import { useFormats } from '../i18n/format';
import { useWords } from '../i18n/words';
import { attempt } from '../incident/actions';
import { live } from '../live/live';
import { follow } from '../routing/router';
import { useMay } from '../signin/may';
import { PlaceAge } from './PlaceAge';
import type { Alarm } from './alarm';
import { alarmWords } from './words';

/** An officer in distress: who, where and how old the place is, since when, and who has seen it. */
export function DistressRow({ alarm }: { alarm: Alarm }) {
  const words = useWords(alarmWords);
  const format = useFormats();
  const maySee = useMay('acknowledgeDistress');
  const [busy, setBusy] = useState(false);
  const incident = alarm.incident!;
  const seenBy = incident.distress?.acknowledgedBy ?? null;

  async function see() {
    setBusy(true);
    const path = `/incidents/${encodeURIComponent(incident.id)}/acknowledgement`;
    await attempt(async () => live.merge('incidents', await command<Incident>('POST', path, {})), words.seen(alarm.name));
    setBusy(false);
  }

  return (
    <div className="alarm-distress" data-loud={alarm.isLoud ? '' : undefined} role={alarm.isLoud ? 'alert' : undefined}>
      <Icon name="siren" />
      <b>{words.distressOf(alarm.name)}</b>
      <span className="num">{format.time(alarm.since!)}</span>
      <span className="cut">{incident.location?.address ?? (incident.location ? '' : words.noPlace)}</span>
      <PlaceAge located={incident.located ?? null} />
      <span className="push">{seenBy === null ? words.unseen : words.seenBy(seenBy)}</span>
      {seenBy === null && maySee && (
        <button type="button" className="button small" disabled={busy} onClick={() => void see()}>
          <Icon name="eye" />
          {words.see}
        </button>
      )}
      <a className="button small" href={alarm.href} onClick={follow}>{words.open}</a>
    </div>
  );
}
