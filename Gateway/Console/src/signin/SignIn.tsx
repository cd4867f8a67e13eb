import { settings } from '../api/settings';
import { Icon } from '../design/Icon';
import { setLanguage, useLanguage } from '../i18n/language';
import { useWords } from '../i18n/words';
import { DevSignInForm } from './DevSignInForm';
import { looks, type Page } from './looks';
import { session, useLeftOpen, useSigningOut } from './session';
import { signInWords } from './words';
import './signin.css';

/** The first screen of both pages: the provider's account, or a development token on this very machine. */
export function SignIn({ page }: { page: Page }) {
  const words = useWords(signInWords);
  const lang = useLanguage();
  const leftOpen = useLeftOpen();
  const signingOut = useSigningOut();
  const { signIn } = settings();
  const look = looks[page];
  return (
    <main className={look.page}>
      <div className={look.card}>
        <div className="row">
          <img src="/icon.svg" alt="" width={look.iconPx} height={look.iconPx} />
          <div className="grow">
            <h1>Tocsin</h1>
            {page === 'desk' && <p className="quiet">{words.welcome}</p>}
          </div>
          <button
            type="button"
            className={look.languageButton}
            lang={lang === 'zh' ? 'en' : 'zh-Hans'}
            onClick={() => setLanguage(lang === 'zh' ? 'en' : 'zh')}
          >
            {lang === 'zh' ? 'English' : '中文'}
          </button>
        </div>
        {leftOpen && <p className="note warn" role="status">{words.leftOpen}</p>}
        {signingOut && <p className="quiet" role="status">{words.signingOut}</p>}
        {signIn.authority && !signingOut && (
          <button type="button" className={look.mainButton} onClick={() => void session.signInOidc(settings())}>
            <Icon name="user" />
            {words.withProvider}
          </button>
        )}
        {signIn.dev && <DevSignInForm page={page} />}
        {!signIn.dev && !signIn.authority && <p className="note warn">{words.none}</p>}
      </div>
    </main>
  );
}
