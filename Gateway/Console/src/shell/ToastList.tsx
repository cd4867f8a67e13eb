import { Icon } from '../design/Icon';
import { useWords } from '../i18n/words';
import { dismiss, useToasts } from '../alerts/toasts';
import { commonWords } from '../i18n/commonWords';
import { HeldList } from './HeldList';

const icons = { good: 'check', bad: 'alert', info: 'note' } as const;

export function ToastList() {
  const toasts = useToasts();
  const words = useWords(commonWords);
  return (
    <section className="toasts" aria-label={words.notices}>
      <HeldList />
      {toasts.map((t) => (
        <div key={t.id} className={`toast ${t.tone}`}>
          <Icon name={icons[t.tone]} />
          <span className="grow">{t.text}</span>
          {t.action && (
            <button
              type="button"
              className="button small"
              onClick={() => {
                t.action!.run();
                dismiss(t.id);
              }}
            >
              {t.action.label}
            </button>
          )}
          <button type="button" className="button plain small icon-only" aria-label={words.close} onClick={() => dismiss(t.id)}>
            <Icon name="close" />
          </button>
        </div>
      ))}
    </section>
  );
}
