import { useWords } from '../i18n/words';
import { commandSpecs } from './parse';
import { commandWords } from './words';

/** The commands of the command line. */
export function CommandHelp() {
  const words = useWords(commandWords);
  return (
    <section className="stack">
      <h3>{words.heading}</h3>
      <p className="quiet">{words.hint}</p>
      <table className="table">
        <tbody>
          {commandSpecs.map((s) => (
            <tr key={s.verb}>
              <th scope="row"><kbd className="kbd">{s.verb}</kbd></th>
              <td>{words.verbs[s.verb]}</td>
              <td className="quiet"><code>{s.example}</code></td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
