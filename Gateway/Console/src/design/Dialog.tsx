import { useEffect, useId, useRef, type ReactNode } from 'react';
import { useWords } from '../i18n/words';
import { commonWords } from '../i18n/commonWords';
import { Icon } from './Icon';

/** A modal dialog: the browser keeps the focus inside and gives it back; Escape closes. */
export function Dialog({ title, onClose, children, foot }: { title: string; onClose: () => void; children: ReactNode; foot?: ReactNode }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const words = useWords(commonWords);
  const id = useId();
  useEffect(() => {
    const element = dialog.current!;
    if (!element.open) element.showModal();
    return () => element.close();
  }, []);
  return (
    <dialog ref={dialog} className="dialog" aria-labelledby={id} onCancel={(e) => { e.preventDefault(); onClose(); }}>
      <div className="panel-head">
        <h2 id={id} className="grow">{title}</h2>
        <button type="button" className="button plain small icon-only" aria-label={words.close} onClick={onClose}>
          <Icon name="close" />
        </button>
      </div>
      <div className="panel-body">{children}</div>
      {foot && <div className="dialog-foot">{foot}</div>}
    </dialog>
  );
}
