import type { Incident } from '../api/types';
import { Icon } from '../design/Icon';
import { useWords } from '../i18n/words';
import { follow } from '../routing/router';
import { useMay } from '../signin/may';
import { useStationNames } from '../stations/names';
import { directiveTerms } from './directiveTerms';

/** The directives that hang on an incident: what, to whom, how far; with the way to the directives. */
export function Directives({ incident }: { incident: Incident }) {
  const words = useWords(directiveTerms);
  const nameOf = useStationNames();
  const may = useMay('readDirectives');
  const directives = incident.directives ?? [];
  if (directives.length === 0) return null;
  return (
    <section>
      <h2 className="section-title">{words.title}</h2>
      <ul className="related">
        {directives.map((d) => {
          const kind = (words.kinds as Record<string, string>)[d.kind] ?? d.kind;
          return (
            <li key={d.id} className="row wrap">
              <Icon name="note" />
              {may ? (
                <a href={`/directives/${encodeURIComponent(d.id)}`} onClick={follow}>
                  {kind}
                </a>
              ) : (
                kind
              )}
              <span>{d.to.station ? nameOf(d.to.station) : (d.to.unit ?? d.to.subject)}</span>
              <span className="chip">{words.status[d.status]}</span>
              {d.late && <span className="chip warn">{words.late}</span>}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
