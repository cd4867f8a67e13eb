import { useEffect } from 'react';
import { announce } from '../alerts/announce';
import { outbox, useOutbox } from '../api/commands';
import { Icon } from '../design/Icon';
import { useWords } from '../i18n/words';
import { commandText } from '../incident/commandText';
import { useShortcuts } from '../keyboard/shortcuts';
import { useSecond } from '../time/ticker';
import { shellWords } from './words';

/** What was pressed and is not sent yet: on every screen it can be taken back until its time is over. */
export function HeldList() {
  const words = useWords(shellWords);
  const held = useOutbox().open.filter((o) => o.is === 'held');
  const newest = held.at(-1)?.command;
  useSecond();
  useShortcuts([{ keys: 'z', label: () => words.undoLast, run: () => newest && outbox.cancel(newest.key) }]);
  const said = newest && words.held(commandText(newest));
  useEffect(() => {
    if (said) announce(said, 'assertive');
  }, [newest?.key, said]);
  return held.map(({ command }) => (
    <div key={command.key} className="toast info held">
      <Icon name="clock" />
      <span className="grow">{words.held(commandText(command))}</span>
      <button type="button" className="button small" onClick={() => outbox.cancel(command.key)}>
        {words.undo} <b className="num">{Math.max(0, Math.ceil(((command.heldUntil ?? 0) - Date.now()) / 1000))} s</b>
      </button>
    </div>
  ));
}
