import { Dialog } from '../design/Dialog';
import { useWords } from '../i18n/words';
import { CommandHelp } from '../command/CommandHelp';
import { shortcuts } from '../keyboard/shortcuts';
import { shellWords } from './words';

export function HelpDialog({ onClose }: { onClose: () => void }) {
  const words = useWords(shellWords);
  return (
    <Dialog title={words.help} onClose={onClose}>
      <div className="stack">
        <p className="quiet">{words.helpHint}</p>
        <ul className="help-columns">
          {shortcuts().map((s) => (
            <li key={s.keys}>
              <span className="keys">{s.keys.split(' ').map((k) => <kbd key={k} className="kbd">{k}</kbd>)}</span>
              {s.label()}
            </li>
          ))}
        </ul>
        <CommandHelp />
        <p className="quiet">{words.links}: <a href="/docs" target="_blank" rel="noreferrer">{words.apiReference}</a></p>
      </div>
    </Dialog>
  );
}
