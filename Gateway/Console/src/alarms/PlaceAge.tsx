import type { BoardIncident } from '../api/types';
import { useFormats } from '../i18n/format';
import { useWords } from '../i18n/words';
import { msOf } from '../incident/urgency';
import { useSecond } from '../time/ticker';
import { alarmWords } from './words';

/** How the place of an officer in distress is known, and how old it is: a place of nine minutes ago must not look like the present one. */
export function PlaceAge({ located }: { located: BoardIncident['located'] | null }) {
  const words = useWords(alarmWords);
  const format = useFormats();
  const second = useSecond();
  if (!located) return null;
  const source = words.placeOf[located.from];
  if (!located.at) return <span className="place-age">{source}</span>;
  return <span className="place-age num">{words.placeAge(source, format.duration(Math.max(0, second - msOf(located.at) / 1000)))}</span>;
}
