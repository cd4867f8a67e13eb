import type { Reason, Recommendation } from '../api/types';
import { formats } from '../i18n/format';
import { splitNumber } from '../incident/terms';
import { stationName } from '../stations/names';
import { assignWords } from './words';

/** A reason in the reader's language; one that is newer than this page shows its English text. */
export function reasonText(reason: Reason): string {
  const { why } = assignWords.now();
  const name = reason.code === 'otherStation' || reason.code === 'notOwnStation' ? stationName(reason.name ?? '') : (reason.name ?? '');
  switch (reason.code) {
    case 'position':
    case 'home':
      return why[reason.code](formats().distance(reason.meters ?? 0));
    case 'otherStation':
    case 'capability':
    case 'otherKind':
    case 'lacksCapability':
    case 'notOwnStation':
      return why[reason.code](name);
    case 'placeUnknown':
      return reason.count ? why.foreignOnes(reason.count) : why.placeUnknown;
    case 'busy':
      return why.busy(reason.number ? splitNumber(reason.number)[1] : '', reason.priority ? why.priority(reason.priority) : '');
    default: {
      const known = (why as Record<string, unknown>)[reason.code];
      return typeof known === 'string' ? known : reason.text;
    }
  }
}

export function reasonsOf(unit: Pick<Recommendation, 'reasons' | 'why'>): string[] {
  return unit.why?.length ? unit.why.map(reasonText) : unit.reasons;
}
