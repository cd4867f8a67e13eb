import { command } from '../api/commands';
import type { Call } from '../api/types';
import { TextField } from '../design/Field';
import { FormDialog } from '../design/FormDialog';
import { useWords } from '../i18n/words';
import { outcomeOf } from '../incident/actions';
import { serverClock } from '../time/serverClock';
import { callWords } from './words';

/** Hands a call on to somebody at another seat, while the caller speaks. */
export function HandDialog({ call, onCall, onClose }: { call: Call; onCall: (call: Call) => void; onClose: () => void }) {
  const words = useWords(callWords);
  return (
    <FormDialog
      title={words.handOn}
      typedAs={`hand/${call.id}`}
      confirm={words.handOn}
      onClose={onClose}
      send={(read) =>
        outcomeOf(async () =>
          onCall(
            await command<Call>('POST', `/calls/${encodeURIComponent(call.id)}/handing`, {
              toSubject: read('toSubject'),
              toSeat: read('toSeat') || null,
              occurredAt: serverClock.iso(),
            }),
          ),
        )
      }
    >
      <TextField label={words.toSubject} name="toSubject" required maxLength={100} pattern=".*\S.*" data-focus="" />
      <TextField label={words.toSeat} name="toSeat" maxLength={100} />
    </FormDialog>
  );
}
