import { Icon } from '../design/Icon';
import { useLanguage } from '../i18n/language';
import { useWords } from '../i18n/words';
import { follow } from '../routing/router';
import type { Screen } from './screens';
import { shellWords } from './words';

export function Rail({ screens, shown }: { screens: readonly Screen[]; shown: Screen | undefined }) {
  const lang = useLanguage();
  const words = useWords(shellWords);
  return (
    <nav className="rail" aria-label={words.navigation}>
      {screens.map((s) => (
        <a key={s.key} href={s.paths[0]} onClick={follow} aria-current={s === shown ? 'page' : undefined} title={`g ${s.key}`}>
          <Icon name={s.icon} />
          {s.name[lang]}
        </a>
      ))}
    </nav>
  );
}
