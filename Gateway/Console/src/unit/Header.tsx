import { useState } from 'react';
import { Dialog } from '../design/Dialog';
import { Icon } from '../design/Icon';
import { setLanguage, useLanguage } from '../i18n/language';
import { useWords } from '../i18n/words';
import { setTheme, useTheme } from '../design/theme';
import { assignmentOf, statusOf } from './steps';
import { useConnection, usePicture, useReports } from './hooks';
import { signOutOfUnit } from './leaving';
import { unitWords } from './words';

/** The unit's call sign, its status, and whether it is connected. */
export function Header({ unitId }: { unitId: string }) {
  const words = useWords(unitWords);
  const { unit, incident } = usePicture();
  const connection = useConnection();
  const { waiting } = useReports();
  const [open, setOpen] = useState(false);
  const live = connection.is === 'live';
  const assignment = incident && incident.id === unit?.incidentId ? assignmentOf(incident, unitId) : null;
  const status = unit ? statusOf(unit, waiting, assignment) : null;
  return (
    <header className="u-head">
      <h1 className="u-sign cut">{unit?.callSign || unitId}</h1>
      {status && <span className="chip u-status" data-status={status}>{words.status[status]}</span>}
      <span className={`u-net ${live ? 'good' : 'bad'}`}>
        <Icon name="wifi" />
        <span className={live && waiting.length === 0 ? 'visually-hidden' : undefined}>
          {waiting.length > 0 ? <b aria-hidden="true">{waiting.length}</b> : null}
          <span className="visually-hidden">
            {live ? words.online : words.offline}
            {waiting.length > 0 ? `, ${words.waiting(waiting.length)}` : ''}
          </span>
        </span>
      </span>
      <button type="button" className="u-icon" aria-label={words.menu} onClick={() => setOpen(true)}><Icon name="more" /></button>
      {open && <Menu onClose={() => setOpen(false)} />}
    </header>
  );
}

function Menu({ onClose }: { onClose: () => void }) {
  const words = useWords(unitWords);
  const lang = useLanguage();
  const theme = useTheme();
  return (
    <Dialog title={words.menu} onClose={onClose}>
      <div className="stack">
        <button type="button" className="u-button" onClick={() => setTheme(theme === 'dark' ? 'light' : 'dark')}>
          <Icon name={theme === 'dark' ? 'sun' : 'moon'} />
          {theme === 'dark' ? words.light : words.dark}
        </button>
        <button
          type="button"
          className="u-button"
          lang={lang === 'zh' ? 'en' : 'zh-Hans'}
          onClick={() => setLanguage(lang === 'zh' ? 'en' : 'zh')}
        >
          {words.language}
        </button>
        <button type="button" className="u-button" onClick={signOutOfUnit}><Icon name="out" />{words.signOut}</button>
      </div>
    </Dialog>
  );
}
