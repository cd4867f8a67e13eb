import { Icon } from '../design/Icon';
import { useWords } from '../i18n/words';
import { useSecond } from '../time/ticker';
import { useReports } from './hooks';
import { reports } from './outbox';
import { page } from './unitPage';
import { unitWords } from './words';

/** For some seconds after a press: what was pressed, and one touch that takes it back. */
export function UndoBar() {
  const words = useWords(unitWords);
  useReports();
  useSecond();
  const held = reports.held();
  if (!held) return null;
  const seconds = Math.max(1, Math.ceil((held.heldUntil! - Date.now()) / 1000));
  return (
    <div className="u-undo" role="status">
      <span className="grow">{words.pressed(words.done[held.kind])}</span>
      <button type="button" className="u-button" onClick={() => void page.takeBack(held.key)}>
        <Icon name="replay" />
        {words.undo} <b className="num" aria-hidden="true">{seconds} s</b>
      </button>
    </div>
  );
}
