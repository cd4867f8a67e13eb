import { useState } from 'react';
import type { Incident, OverdueList } from '../api/types';
import { Answer } from '../asking/Answer';
import { toast } from '../alerts/toasts';
import { command } from '../api/commands';
import { Icon } from '../design/Icon';
import { useFormats } from '../i18n/format';
import { useWords } from '../i18n/words';
import { incidents, outcomeOf } from '../incident/actions';
import { splitNumber, terms } from '../incident/terms';
import { live } from '../live/live';
import { useStationNames } from '../stations/names';
import { useSecond } from '../time/ticker';
import { Counts } from './Counts';
import { keyOf, LateTable, type Act } from './LateTable';
import { ReasonDialog } from './ReasonDialog';
import { lateSecondsAt, severityOf, worstFirst, type OverdueItem } from './severity';
import { useOverdue, type LateFilter } from './useOverdue';
import { usePolicy, type PolicyInForce } from './usePolicy';
import { lateWords } from './words';
import './late.css';

/** The supervisor's screen: how much is late, where it is worst, and each late thing with its actions. */
export default function LateScreen() {
  const [filter, setFilter] = useState<LateFilter>({ station: null, unit: null });
  const { asked, refresh, more } = useOverdue(filter);
  return (
    <Answer of={asked} again={refresh}>
      {(list) => <Late list={list} filter={filter} setFilter={setFilter} refresh={refresh} more={more} />}
    </Answer>
  );
}

function Late({
  list,
  filter,
  setFilter,
  refresh,
  more,
}: {
  list: OverdueList;
  filter: LateFilter;
  setFilter: (filter: LateFilter) => void;
  refresh: () => void;
  more: (() => void) | null;
}) {
  const words = useWords(lateWords);
  const term = useWords(terms);
  const format = useFormats();
  const stationName = useStationNames();
  const [stage, setStage] = useState<string | null>(null);
  const [asked, setAsked] = useState<{ act: Act; item: OverdueItem } | null>(null);
  const [busy, setBusy] = useState<string | null>(null);
  const policy = usePolicy();

  const items = worstFirst(list.items.filter((i) => stage === null || i.stage === stage));
  const isFiltered = stage !== null || filter.station !== null || filter.unit !== null;

  async function carryOut(act: Act, item: OverdueItem, reason: string): Promise<string | null> {
    const [id, number] = [item.incidentId!, splitNumber(item.number ?? '')[1]];
    const path = `/incidents/${encodeURIComponent(id)}`;
    const send = async (tail: string, body: unknown) => live.merge('incidents', await command<Incident>('POST', `${path}${tail}`, body));
    const refused = await outcomeOf(
      () =>
        act === 'urge'
          ? incidents.urge(id, item.stage!, item.unitId, reason)
          : act === 'supervise'
            ? send('/supervision', { reason })
            : send(`/escalations/${item.level!}/taking`, {}),
      act === 'urge' ? words.urged(number) : act === 'supervise' ? words.tookOver(number) : words.took(number),
    );
    refresh();
    return refused;
  }

  async function onAct(act: Act, item: OverdueItem) {
    if (act !== 'take') return setAsked({ act, item });
    setBusy(keyOf(item));
    const refused = await carryOut('take', item, '');
    if (refused) toast('bad', refused);
    setBusy(null);
  }

  const number = asked ? splitNumber(asked.item.number ?? '')[1] : '';
  return (
    <div className="late">
      <Verdict list={list} policy={policy} />
      {(list.total > 0 || isFiltered) && (
        <div className="late-groups">
          <Counts
            title={words.byStage}
            counts={list.byStage}
            name={(key) => (term.clock as Record<string, string>)[key] ?? key}
            chosen={stage}
            onChoose={setStage}
          />
          <Counts
            title={words.byStation}
            counts={list.byStation}
            name={stationName}
            chosen={filter.station}
            onChoose={(station) => setFilter({ ...filter, station })}
          />
          <Counts
            title={words.byUnit}
            counts={list.byUnit}
            name={(key) => key}
            chosen={filter.unit}
            onChoose={(unit) => setFilter({ ...filter, unit })}
          />
        </div>
      )}
      {isFiltered && (
        <p className="row wrap">
          <span className="quiet">{words.filtered}</span>
          {stage && <span className="chip info">{(term.clock as Record<string, string>)[stage]}</span>}
          {filter.station && <span className="chip info">{stationName(filter.station)}</span>}
          {filter.unit && <span className="chip info">{filter.unit}</span>}
          <button
            type="button"
            className="button small"
            onClick={() => {
              setStage(null);
              setFilter({ station: null, unit: null });
            }}
          >
            {words.clearFilter}
          </button>
        </p>
      )}
      {items.length > 0 && (
        <section className="panel late-list" aria-label={words.list} tabIndex={0}>
          <LateTable items={items} busy={busy} onAct={(act, item) => void onAct(act, item)} />
          {more && <button type="button" className="button" onClick={more}>{words.more}</button>}
        </section>
      )}
      <p className="faint">{words.asOf(format.time(list.at))}</p>
      {asked && (
        <ReasonDialog
          title={asked.act === 'urge' ? words.urgeTitle(number) : words.superviseTitle(number)}
          typedAs={`${asked.act}/${keyOf(asked.item)}`}
          hint={asked.act === 'urge' ? words.urgeHint : words.superviseHint}
          action={asked.act === 'urge' ? words.urge : words.supervise}
          preset={asked.act === 'urge' ? words.reasonPreset : ''}
          onSend={(reason) => carryOut(asked.act, asked.item, reason)}
          onClose={() => setAsked(null)}
        />
      )}
    </div>
  );
}

/** The summary: a colour, a sign, a sentence and three figures. */
function Verdict({ list, policy }: { list: OverdueList; policy: PolicyInForce | null }) {
  const words = useWords(lateWords);
  const format = useFormats();
  const second = useSecond();
  // Without a policy most clocks have no limit: that nothing is late then says little.
  const isBuiltIn = policy?.builtIn === true;
  const nothing = isBuiltIn ? words.nothingBuiltIn : words.nothing;
  const severity = list.total === 0 && isBuiltIn ? 'warn' : severityOf(list);
  const worst = list.items.reduce((most, i) => Math.max(most, lateSecondsAt(i, second * 1000)), 0);
  const untaken = list.byStage.reduce((n, s) => n + s.untaken, 0);
  return (
    <header className="late-verdict" data-severity={severity}>
      <Icon name={severity === 'good' ? 'check' : 'alert'} />
      <div className="grow">
        <h1>{list.total === 0 ? nothing : list.complete ? words.late(list.total) : words.atLeast(list.total)}</h1>
        {list.total === 0 && policy && !isBuiltIn && <p>{words.nothingHint}</p>}
        {isBuiltIn && <p>{words.noPolicy}</p>}
        {policy?.name && <p>{words.policy(policy.name)}</p>}
      </div>
      {list.total > 0 && (
        <dl>
          <div><dt>{words.worst}</dt><dd className="num">{format.elapsed(worst)}</dd></div>
          <div><dt>{words.untaken}</dt><dd className="num">{format.number(untaken)}</dd></div>
          <div>
            <dt>{words.supervised}</dt>
            <dd className="num">{format.number(new Set(list.items.filter((i) => i.supervision).map((i) => i.incidentId)).size)}</dd>
          </div>
        </dl>
      )}
    </header>
  );
}
