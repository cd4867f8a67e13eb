import { outbox, useOutbox } from '../api/commands';
import { Dialog } from '../design/Dialog';
import { useFormats } from '../i18n/format';
import { useWords } from '../i18n/words';
import { commandText, typedIn } from '../incident/commandText';
import { shellWords } from './words';

/** The commands that wait for the gateway, by name, with the time at which they were given. Each can be cancelled. */
export function WaitingDialog({ onClose }: { onClose: () => void }) {
  const words = useWords(shellWords);
  const format = useFormats();
  const waiting = useOutbox().open.filter((o) => o.is === 'waiting');
  return (
    <Dialog title={words.waitingTitle} onClose={onClose}>
      <div className="stack">
        <p className="quiet">{waiting.length === 0 ? words.noneWaits : words.waitingHint}</p>
        <ul className="waiting-list">
          {waiting.map(({ command }) => (
            <li key={command.key} className="row">
              <time className="num faint">{format.time(command.queuedAt)}</time>
              <span className="grow">
                <b>{commandText(command)}</b>
                {typedIn(command) && <q className="quiet banner-typed">{typedIn(command)}</q>}
              </span>
              <button type="button" className="button small" onClick={() => outbox.cancel(command.key)}>{words.cancelCommand}</button>
            </li>
          ))}
        </ul>
      </div>
    </Dialog>
  );
}
