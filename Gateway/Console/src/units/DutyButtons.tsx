import { useState } from 'react';
import type { Unit } from '../api/types';
import { Icon } from '../design/Icon';
import { useWords } from '../i18n/words';
import { attempt, later, units as unitCommands } from '../incident/actions';
import { useMay, useMayOnUnit } from '../signin/may';
import { Ask } from './Ask';
import { unitWords } from './words';

/** What can be done with a unit: write to it, on and off duty, out of service and back. */
export function DutyButtons({ unit }: { unit: Unit }) {
  const words = useWords(unitWords);
  const may = useMayOnUnit('setDuty', unit);
  const [asking, setAsking] = useState<'out' | 'message' | null>(null);
  const mayWrite = useMay('assign');
  const set = (body: Parameters<typeof unitCommands.duty>[1], good: string) => void attempt(() => unitCommands.duty(unit.id, body), good);
  return (
    <span className="row unit-actions">
      {mayWrite && unit.status !== 'offDuty' && (
        <button
          type="button"
          className="button plain small icon-only"
          aria-label={words.messageTo(unit.callSign)}
          title={words.message}
          onClick={() => setAsking('message')}
        >
          <Icon name="send" />
        </button>
      )}
      {may && unit.status === 'offDuty' && (
        <button type="button" className="button small" onClick={() => set({ onDuty: true }, words.isOn(unit.callSign))}>
          {words.comeOn}
        </button>
      )}
      {may && unit.status === 'outOfService' && (
        <button
          type="button"
          className="button small"
          onClick={() => set({ onDuty: true, outOfService: null }, words.isBack(unit.callSign))}
        >
          {words.backInService}
        </button>
      )}
      {may && unit.status === 'available' && (
        <button type="button" className="button plain small" onClick={() => setAsking('out')}>
          {words.outOfService}
        </button>
      )}
      {may && (unit.status === 'available' || unit.status === 'outOfService') && (
        <button
          type="button"
          className="button plain small"
          onClick={() => later(() => unitCommands.duty(unit.id, { onDuty: false }), words.wentOff(unit.callSign))}
        >
          {words.goOff}
        </button>
      )}
      {asking === 'out' && (
        <Ask
          title={`${unit.callSign}: ${words.outOfService}`}
          typedAs={`out/${unit.id}`}
          label={words.whyOut}
          confirm={words.outOfService}
          done={words.isOut(unit.callSign)}
          onClose={() => setAsking(null)}
          run={(text) => unitCommands.duty(unit.id, { onDuty: true, outOfService: text })}
        />
      )}
      {asking === 'message' && (
        <Ask
          title={words.messageTo(unit.callSign)}
          typedAs={`message/${unit.id}`}
          label={words.text}
          long
          confirm={words.send}
          done={words.sent}
          onClose={() => setAsking(null)}
          run={(text) => unitCommands.message(unit.id, text, unit.incidentId)}
        />
      )}
    </span>
  );
}
