import { Suspense, useEffect, useRef, useState } from 'react';
import { commonWords } from '../i18n/commonWords';
import { useWords } from '../i18n/words';
import { useLanguage } from '../i18n/language';
import { usePath, match, go } from '../routing/router';
import { usePerson } from '../signin/session';
import { may } from '../signin/may';
import { Banners } from './Banners';
import { ErrorBoundary } from './ErrorBoundary';
import { Header } from './Header';
import { HelpDialog } from './HelpDialog';
import { Rail } from './Rail';
import { screens } from './screens';
import { OpenedDialog } from '../incident/OpenedDialog';
import { useMessageRing } from '../messages/useMessageRing';
import { useIncidentRing } from '../queue/useIncidentRing';
import { AlarmBar } from '../alarms/AlarmBar';
import { handleKey, useShortcuts } from '../keyboard/shortcuts';
import { ToastList } from './ToastList';
import { shellWords } from './words';
import './shell.css';

/** The frame around every screen: header, list of screens, banners, toasts. */
export function Shell() {
  const words = useWords(shellWords);
  const common = useWords(commonWords);
  const lang = useLanguage();
  const path = usePath();
  const person = usePerson();
  const [help, setHelp] = useState(false);
  const main = useRef<HTMLElement>(null);
  const shown = screens.find((s) => s.paths.some((p) => match(p, path)));
  const visible = screens.filter((s) => person && may(person, s.permission));

  useEffect(() => {
    addEventListener('keydown', handleKey);
    return () => removeEventListener('keydown', handleKey);
  }, []);
  useIncidentRing(person !== null && may(person, 'readIncidents'));
  useMessageRing(person !== null && may(person, 'messageIncidents'));
  useShortcuts([
    { keys: '?', label: () => words.help, run: () => setHelp(true) },
    ...visible.map((s) => ({ keys: `g ${s.key}`, label: () => s.name[lang], run: () => go(s.paths[0]!) })),
  ]);
  // A new screen gets the focus, for people who work by keyboard.
  const name = shown?.name[lang];
  const before = useRef(shown);
  useEffect(() => {
    document.title = name ? `${name} · Tocsin` : 'Tocsin';
    if (before.current !== shown) main.current?.focus();
    before.current = shown;
  }, [shown, name]);

  return (
    <div className="shell">
      <a className="skip" href="#content" onClick={(e) => { e.preventDefault(); main.current?.focus(); }}>{words.skip}</a>
      <Header onHelp={() => setHelp(true)} />
      <AlarmBar />
      <Rail screens={visible} shown={shown} />
      <main ref={main} className="main" id="content" tabIndex={-1} aria-label={name}>
        <Banners />
        <div className="screen">
          <ErrorBoundary key={shown?.paths[0] ?? path}>
            <Suspense fallback={<p className="empty" role="status">{common.loading}</p>}>
              {shown ? (
                <shown.component />
              ) : (
                <div className="empty">
                  <h1>{words.notFound}</h1>
                  <a className="button" href="/">
                    {words.toQueue}
                  </a>
                </div>
              )}
            </Suspense>
          </ErrorBoundary>
        </div>
      </main>
      <ToastList />
      <OpenedDialog />
      {help && <HelpDialog onClose={() => setHelp(false)} />}
    </div>
  );
}
