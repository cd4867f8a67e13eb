import type { Location } from '../api/types';
import { useFormats } from '../i18n/format';
import { useWords } from '../i18n/words';
import { placeWords } from './placeWords';

/** How good a place is: to within what, how sure, how and when it was found. Nothing where nobody said. */
export function PlaceDetail({ location }: { location: Location | null }) {
  const words = useWords(placeWords);
  const format = useFormats();
  if (!location) return null;
  const { accuracy, confidence, method, at } = location;
  const parts = [
    ...(accuracy == null ? [] : [words.accuracy(format.distance(accuracy))]),
    ...(confidence == null ? [] : [words.confidence(format.share(confidence / 100))]),
    ...(method ? [method] : []),
    ...(at ? [format.time(at)] : []),
  ];
  return parts.length === 0 ? null : <span className="chip info num">{parts.join(' · ')}</span>;
}
