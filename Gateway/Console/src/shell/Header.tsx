import { Icon } from '../design/Icon';
import { setLanguage, useLanguage } from '../i18n/language';
import { useFormats } from '../i18n/format';
import { useWords } from '../i18n/words';
import { useFeedState } from '../live/live';
import { useSecond } from '../time/ticker';
import { useStationNames } from '../stations/names';
import { roleWords } from '../signin/roleWords';
import { usePerson } from '../signin/session';
import { soundAllowed, toggleSound, useSound } from '../alerts/sound';
import { setTheme, useTheme } from '../design/theme';
import { signOutOfDesk } from './leaving';
import { shellWords } from './words';
import { CommandLine } from '../command/CommandLine';

export function Header({ onHelp }: { onHelp: () => void }) {
  const words = useWords(shellWords);
  const roleNames = useWords(roleWords);
  const lang = useLanguage();
  const theme = useTheme();
  const sound = useSound();
  const person = usePerson();
  const nameOf = useStationNames();
  return (
    <header className="head">
      <span className="brand"><img src="/icon.svg" alt={words.product} /></span>
      <div className="head-command"><CommandLine /></div>
      <div className="head-tools">
        <Connection />
        <button
          type="button"
          className="button plain icon-only"
          aria-label={sound ? words.soundOff : words.soundOn}
          title={sound ? words.soundOff : words.soundOn}
          onClick={() => {
            soundAllowed();
            toggleSound();
          }}
        >
          <Icon name={sound ? 'sound' : 'mute'} />
        </button>
        <button
          type="button"
          className="button plain icon-only"
          aria-label={theme === 'dark' ? words.toLight : words.toDark}
          title={theme === 'dark' ? words.toLight : words.toDark}
          onClick={() => setTheme(theme === 'dark' ? 'light' : 'dark')}
        >
          <Icon name={theme === 'dark' ? 'sun' : 'moon'} />
        </button>
        <button
          type="button"
          className="button plain"
          aria-label={words.language}
          title={words.language}
          onClick={() => setLanguage(lang === 'zh' ? 'en' : 'zh')}
        >
          {lang === 'zh' ? 'EN' : '中'}
        </button>
        <button type="button" className="button plain icon-only" aria-label={words.help} title={`${words.help} (?)`} onClick={onHelp}>
          <Icon name="help" />
        </button>
        <WallClock />
        {person && (
          <span className="who">
            <b className="cut">{person.subject}</b>
            <span>{person.roles.map((r) => roleNames[r]).join(' · ')}{person.station ? ` · ${nameOf(person.station)}` : ''}</span>
          </span>
        )}
        <button
          type="button"
          className="button plain icon-only"
          aria-label={words.signOut}
          title={words.signOut}
          onClick={signOutOfDesk}
        >
          <Icon name="out" />
        </button>
      </div>
    </header>
  );
}

function WallClock() {
  const second = useSecond();
  const format = useFormats();
  return <time className="wall-clock">{format.time(second * 1000)}</time>;
}

function Connection() {
  const state = useFeedState();
  const words = useWords(shellWords);
  return (
    <span className="connection" data-state={state.is} role="status" aria-label={words.status}>
      <i aria-hidden="true" />
      {state.is === 'live' ? words.live : state.is === 'connecting' ? words.connecting : state.is === 'forbidden' ? words.notLive : '—'}
    </span>
  );
}
