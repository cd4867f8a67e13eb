import type { RefusedUnit } from '../api/problem';
import { defineWords } from '../i18n/words';
import { live } from '../live/live';
import { splitNumber } from './terms';

const busyWords = defineWords({
  en: {
    busy: (unit: string, number: string, what: string) => `${unit} is held by ${number}${what}`,
    busyElsewhere: (unit: string) => `${unit} is on another incident`,
    offDuty: (unit: string) => `${unit} is off duty`,
    outOfService: (unit: string) => `${unit} is out of service`,
    other: (unit: string) => `${unit} cannot be taken`,
    joint: '; ',
  },
  zh: {
    busy: (unit: string, number: string, what: string) => `${unit} 正在处置 ${number}${what}`,
    busyElsewhere: (unit: string) => `${unit} 正在处置另一起警情`,
    offDuty: (unit: string) => `${unit} 不在勤`,
    outOfService: (unit: string) => `${unit} 停用`,
    other: (unit: string) => `${unit} 无法指派`,
    joint: '；',
  },
});

/** Who holds the units that could not be taken. */
export function busyText(refused: readonly RefusedUnit[]): string {
  const words = busyWords.now();
  return refused
    .map(({ unitId, code, incidentId }) => {
      if (code === 'offDuty') return words.offDuty(unitId);
      if (code === 'outOfService') return words.outOfService(unitId);
      if (code !== 'busy') return words.other(unitId);
      const holder = incidentId === null ? undefined : live.incidents.get(incidentId);
      return holder ? words.busy(unitId, splitNumber(holder.number)[1], ` (${holder.category})`) : words.busyElsewhere(unitId);
    })
    .join(words.joint);
}
