import type { JournalEvent } from '../api/types';
import { language } from '../i18n/language';
import { formats } from '../i18n/format';
import { directiveTerms } from './directiveTerms';
import { erasureWords, fieldsText } from './erasureWords';
import { terms } from './terms';

type Data = Record<string, unknown>;
interface Change { from: unknown; to: unknown }

const text = (value: unknown): string =>
  value === null || value === undefined || value === ''
    ? '—'
    : typeof value === 'string'
      ? value
      : typeof value === 'number'
        ? String(value)
        : placeOf(value);

function placeOf(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  const { address, lat, lon } = value as { address?: string | null; lat?: number | null; lon?: number | null };
  return address ?? (lat != null && lon != null ? `${lat.toFixed(4)}, ${lon.toFixed(4)}` : JSON.stringify(value));
}

const time = (value: unknown): string => (value ? formats().time(String(value)) : '—');
const seconds = (ms: unknown): string => formats().duration(Math.max(1, Number(ms ?? 0) / 1000));
// How a report was taken: filled in later, for an earlier assignment, at the time of the assignment because the device was slow.
function how(d: Data, zh: boolean): string {
  const parts = [
    d['late'] ? (zh ? '补报' : 'filled in later') : '',
    d['assignment'] ? (zh ? `第 ${text(d['assignment'])} 号指派` : `assignment ${text(d['assignment'])}`) : '',
    d['adjusted'] ? (zh ? '设备时间偏慢，按指派时间计' : 'slow device: the time of the assignment') : '',
  ].filter(Boolean);
  return parts.length === 0 ? '' : zh ? `（${parts.join('，')}）` : ` (${parts.join(', ')})`;
}
const count = (value: unknown): number => (Array.isArray(value) ? value.length : 0);
const operationEnds: Record<string, string> = { supported: '成功支援', unsuccessful: '未成功', cancelled: '取消' };
const quote = (value: unknown, zh: boolean): string => (value ? (zh ? `：${text(value)}` : `: ${text(value)}`) : '');

/** An event as a sentence in the reader's language. A kind that is newer than this page shows its own word: a trail hides nothing. */
export function sentence(event: JournalEvent): string {
  const lang = language();
  const sentences = lang === 'zh' ? chinese : english;
  const said = Object.hasOwn(sentences, event.kind) ? sentences[event.kind]!(event.data, terms[lang]) : event.kind;
  return event.data?.['erased'] === true ? `${said} (${erasureWords[lang].erasedText})` : said;
}

type Sentences = Record<string, (d: Data, t: typeof terms.en) => string>;
const word = (table: Record<string, string>, key: unknown): string =>
  key === undefined || key === null ? '—' : (table[String(key)] ?? String(key));
// A change that was erased is null.
const changesOf = (d: Data): [string, Change][] =>
  Object.entries((d['changes'] ?? {}) as Record<string, Change | null>).map(([k, c]) => [k, c ?? { from: null, to: null }]);

const fieldsOf = (d: Data, lang: 'en' | 'zh'): string =>
  fieldsText((d['fields'] ?? []) as string[], erasureWords[lang].fields, lang === 'zh' ? '、' : ', ');

const kindOf = (d: Data, lang: 'en' | 'zh'): string => word(directiveTerms[lang].kinds, d['kind']);
const statusOf = (d: Data, lang: 'en' | 'zh'): string => word(directiveTerms[lang].status, d['status']);

function recipientOf(d: Data): string {
  const to = (d['to'] ?? {}) as { station?: string | null; unit?: string | null; subject?: string | null };
  return text(to.station ?? to.unit ?? to.subject);
}

const receiptOf = (d: Data): string => {
  const { name, reference } = (d['receipt'] ?? {}) as { name?: string; reference?: string | null };
  return name ? ` — ${[name, reference].filter(Boolean).join(', ')}` : '';
};

const unitsOf = (d: Data): string => text(Array.isArray(d['unitIds']) ? d['unitIds'].join(', ') : d['unitIds']);

const partyText = (party: unknown, t: typeof terms.en): string => {
  const p = (party ?? {}) as Data;
  const description = p['description'] ? ` — ${text(p['description'])}` : '';
  return `${word(t.partyKind, p['kind'])}, ${word(t.partyRole, p['role'])}${description}`;
};

// Digests say only that something changed that no event shows.
const partyChanges = (d: Data, t: typeof terms.en, separator: string): string =>
  changesOf(d)
    .map(([k, c]) => {
      const name = word(t.partyField, k);
      if (k === 'digests') return name;
      const words: Record<string, Record<string, string>> = {
        kind: t.partyKind,
        role: t.partyRole,
        state: t.partyState,
        consent: t.consent,
      };
      return `${name} → ${word(words[k] ?? {}, c.to)}`;
    })
    .join(separator);

const english: Sentences = {
  IncidentCreated: (d) =>
    `Incident ${text(d['number'])} made: ${text(d['category'])}, priority ${text(d['priority'])}` +
    (d['location'] ? `, ${text(d['location'])}` : ''),
  IncidentChanged: (d) => `Changed: ${changesOf(d).map(([k, c]) => `${k} ${text(c.from)} → ${text(c.to)}`).join('; ')}`,
  NoteAdded: (d) => `Note: ${text(d['text'])}`,
  PartyAdded: (d, t) => `Party ${text(d['n'])} added: ${partyText(d['party'], t)}`,
  PartyChanged: (d, t) => `Party ${text(d['n'])} changed: ${partyChanges(d, t, ', ')}`,
  EvidenceAdded: (d, t) => `Evidence ${text(d['n'])}: ${word(t.evidenceKind, (d['item'] as Data)?.['kind'])}`,
  EvidenceVerified: (d) => `Evidence ${text(d['n'])} verified: ${d['same'] ? 'the same' : 'not the same'}`,
  UnitAssigned: (d) => `${text(d['unitId'])} assigned${d['divertedFrom'] ? ', diverted from another incident' : ''}`,
  UnitAcknowledged: (d) => `${text(d['unitId'])} signed for it${how(d, false)}${quote(d['note'], false)}`,
  UnitEnRoute: (d) => `${text(d['unitId'])} is en route${how(d, false)}${quote(d['note'], false)}`,
  UnitOnScene: (d) => `${text(d['unitId'])} is on scene${how(d, false)}${quote(d['note'], false)}`,
  UnitCleared: (d) => `${text(d['unitId'])} cleared${how(d, false)}${quote(d['note'], false)}`,
  UnitDeclined: (d) => `${text(d['unitId'])} declined${quote(d['note'], false)}`,
  UnitCancelled: (d) => `${text(d['unitId'])} recalled${quote(d['note'], false)}`,
  UnitDiverted: (d) => `${text(d['unitId'])} diverted to another incident${quote(d['reason'], false)}`,
  FeedbackGiven: (d) =>
    `Feedback of ${text(d['unitId'] ?? d['station'] ?? 'the centre')}${how(d, false)}: ` +
    `${text(d['outcome'])}${d['narrative'] ? ` — ${text(d['narrative'])}` : ''}`,
  StageCorrected: (d, t) =>
    `${text(d['unitId'])}: ${word(t.stage, d['stage'])} corrected, ${time(d['from'])} → ${time(d['to'])} (${text(d['reason'])})`,
  IncidentClosed: (d) =>
    `Concluded: ${text(d['disposition'])}${d['valid'] === false ? ', not a valid incident' : ''}` +
    (d['note'] ? ` — ${text(d['note'])}` : '') +
    ('override' in d ? `; all the same, because: ${text(d['override'])}` : ''),
  IncidentReopened: (d) => `Reopened: ${text(d['reason'])}`,
  UnattendedLimitsGiven: () => 'Given the built-in limit on assignment',
  DistressAcknowledged: (d) => `${text(d['by'])} has seen the distress`,
  CallJoined: (d, t) => `A call was joined (${word(t.disposition, d['kind'])})`,
  CallLeft: () => 'A call was taken off',
  LinkAdded: (d, t) => `Linked: ${word(t.relation, d['relation'])} another incident`,
  LinkRemoved: (d, t) => `Link removed: ${word(t.relation, d['relation'])}`,
  ClockWarning: (d, t) => `Nearly due: ${word(t.clock, d['stage'])}${d['unitId'] ? ` of ${text(d['unitId'])}` : ''}`,
  ClockOverdue: (d, t) => `Late: ${word(t.clock, d['stage'])}${d['unitId'] ? ` of ${text(d['unitId'])}` : ''}`,
  ClockWithdrawn: (d, t) => `Was in time after all: ${word(t.clock, d['stage'])}`,
  ClockEscalated: (d, t) => `Brought before ${word(t.level, d['level'])}: ${word(t.clock, d['stage'])} late by ${seconds(d['lateMs'])}`,
  EscalationTaken: (d, t) => `${word(t.level, d['level'])}: ${text(d['by'])} took it`,
  SupervisionTaken: (d) => `${text(d['by'])} supervises it: ${text(d['reason'])}`,
  IncidentAssessed: (d) =>
    `${text(d['by'])} assessed it: priority ${text(d['priority'])}, owner ${text(d['owner'])}${quote(d['note'], false)}`,
  OperationOpened: (d) => `Operation opened: ${text(d['purpose'])}`,
  OperationChanged: (d) => `Operation: ${count(d['added'])} joined, ${count(d['removed'])} left`,
  OperationClosed: (d) => `Operation closed: ${text(d['outcome'])}${quote(d['note'], false)}`,
  Urged: (d, t) =>
    `Urged${d['stage'] ? `: ${word(t.clock, d['stage'])}` : ''}${d['unitId'] ? ` of ${text(d['unitId'])}` : ''} (${text(d['reason'])})`,
  DirectiveAttached: (d) => `Directive ${kindOf(d, 'en')} issued to ${recipientOf(d)}`,
  DirectiveMoved: (d) => `A directive is ${statusOf(d, 'en').toLowerCase()}${d['late'] ? ', late' : ''}`,
  DirectiveIssued: (d) => `Issued to ${recipientOf(d)}: ${text(d['text'])}`,
  DirectiveSigned: (d) => `Signed for by ${text(d['by'])}${receiptOf(d)}${d['late'] ? ' (filled in later)' : ''}`,
  DirectiveRefused: (d) => `Refused by ${text(d['by'])}: ${text(d['reason'])}`,
  DirectiveReported: (d) =>
    `Report of ${text(d['by'])}${d['final'] === false ? ', not the last word' : ''}${d['late'] ? ' (filled in later)' : ''}: ` +
    `${text(d['outcome'])}${d['narrative'] ? ` — ${text(d['narrative'])}` : ''}${receiptOf(d)}`,
  DirectiveReturned: (d) => `The report was given back: ${text(d['reason'])}`,
  DirectiveConcluded: (d) => `Concluded: ${text(d['outcome'])}${d['note'] ? ` — ${text(d['note'])}` : ''}`,
  DirectiveReplaced: () => 'Another was issued in its place',
  DirectiveSent: (d) => `Sent: ${unitsOf(d)}`,
  DirectiveUnattended: () => 'Nobody is on the incident any more: send again',
  DirectiveWithdrawn: (d) => `Withdrawn: ${text(d['reason'])}`,
  MessageSent: (d) => `Message: ${text(d['text'])}`,
  MessageRead: () => 'A message was read',
  PanicRepeated: (d) => `${text(d['unitId'])} calls for help again`,
  CallReceived: (d) => `Call came in${d['line'] ? ` on ${text(d['line'])}` : ''}`,
  CallAnswered: () => 'Answered',
  CallHanded: (d) => `Handed on to ${text(d['toSubject'])}${d['toSeat'] ? ` at seat ${text(d['toSeat'])}` : ''}`,
  CallEnded: () => 'Hung up',
  // Of a call it is the other call; of an incident, that its caller was asked.
  CallBackMade: (d) =>
    d['callId']
      ? 'The number was answered on another call'
      : `${d['reached'] ? 'Called back' : 'Called back in vain'}${quote(d['note'], false)}`,
  ReviewMade: (d) => {
    const review = (d['review'] ?? {}) as Data;
    return `Reviewed: ${text(review['score'])}, ${review['verdict'] === 'returned' ? 'returned' : 'passed'}`;
  },
  CallChanged: (d) => `Written down: ${changesOf(d).map(([k, c]) => (k === 'caller' ? k : `${k} → ${text(c.to)}`)).join('; ')}`,
  CallDisposed: (d, t) => `Disposed of as ${word(t.disposition, d['kind'])}${quote(d['note'], false)}`,
  ErasureAsked: (d) => `${text(d['by'])} asks to erase ${fieldsOf(d, 'en')}: ${text(d['reason'])}`,
  Erased: (d) => `Erased: ${fieldsOf(d, 'en')}${d['approvedBy'] ? `, approved by ${text(d['approvedBy'])}` : ''} (${text(d['reason'])})`,
  UnitRegistered: (d) => `Registered as ${text(d['callSign'])}`,
  UnitChanged: (d) => `Changed: ${changesOf(d).map(([k]) => k).join(', ')}`,
  DutyStarted: () => 'Came on duty',
  DutyEnded: () => 'Went off duty',
  OutOfService: (d) => `Out of service: ${text(d['reason'])}`,
  BackInService: () => 'Back in service',
  Assigned: () => 'Assigned to an incident',
  Progressed: (d, t) => word(t.stage, d['stage']),
  Released: (d, t) => `Released (${word(t.stage, d['stage'])})`,
  PanicRaised: () => 'Called for help',
  PanicEnded: () => 'Distress is over',
};

const chineseFields: Record<string, string> = {
  category: '类别',
  priority: '级别',
  location: '地点',
  narrative: '内容',
  station: '单位',
  areaClass: '区域',
};

const chinese: Sentences = {
  IncidentCreated: (d) =>
    `立警 ${text(d['number'])}：${text(d['category'])}，${text(d['priority'])} 级${d['location'] ? `，${text(d['location'])}` : ''}`,
  IncidentChanged: (d) =>
    `修改：${changesOf(d)
      .map(([k, c]) => `${chineseFields[k] ?? k} ${text(c.from)} → ${text(c.to)}`)
      .join('；')}`,
  NoteAdded: (d) => `备注：${text(d['text'])}`,
  PartyAdded: (d, t) => `添加涉案对象 ${text(d['n'])}：${partyText(d['party'], t)}`,
  PartyChanged: (d, t) => `修改涉案对象 ${text(d['n'])}：${partyChanges(d, t, '、')}`,
  EvidenceAdded: (d, t) => `证据 ${text(d['n'])}：${word(t.evidenceKind, (d['item'] as Data)?.['kind'])}`,
  EvidenceVerified: (d) => `证据 ${text(d['n'])} 已核验：${d['same'] ? '一致' : '不一致'}`,
  UnitAssigned: (d) => `指派 ${text(d['unitId'])}${d['divertedFrom'] ? '（从另一起警情改派）' : ''}`,
  UnitAcknowledged: (d) => `${text(d['unitId'])} 签收${how(d, true)}${quote(d['note'], true)}`,
  UnitEnRoute: (d) => `${text(d['unitId'])} 出动${how(d, true)}${quote(d['note'], true)}`,
  UnitOnScene: (d) => `${text(d['unitId'])} 到场${how(d, true)}${quote(d['note'], true)}`,
  UnitCleared: (d) => `${text(d['unitId'])} 撤离${how(d, true)}${quote(d['note'], true)}`,
  UnitDeclined: (d) => `${text(d['unitId'])} 拒绝${quote(d['note'], true)}`,
  UnitCancelled: (d) => `召回 ${text(d['unitId'])}${quote(d['note'], true)}`,
  UnitDiverted: (d) => `${text(d['unitId'])} 改派到另一起警情${quote(d['reason'], true)}`,
  FeedbackGiven: (d) =>
    `${text(d['unitId'] ?? d['station'] ?? '指挥中心')} 反馈${how(d, true)}：` +
    `${text(d['outcome'])}${d['narrative'] ? `——${text(d['narrative'])}` : ''}`,
  StageCorrected: (d, t) =>
    `更正 ${text(d['unitId'])} ${word(t.stage, d['stage'])}：${time(d['from'])} → ${time(d['to'])}（${text(d['reason'])}）`,
  IncidentClosed: (d) =>
    `办结：${text(d['disposition'])}${d['valid'] === false ? '（无效警情）' : ''}${d['note'] ? `——${text(d['note'])}` : ''}` +
    ('override' in d ? `；特批理由：${text(d['override'])}` : ''),
  IncidentReopened: (d) => `重新打开：${text(d['reason'])}`,
  UnattendedLimitsGiven: () => '补设内置指派时限',
  DistressAcknowledged: (d) => `${text(d['by'])} 已看到遇险报警`,
  CallJoined: (d, t) => `并入一个报警电话（${word(t.disposition, d['kind'])}）`,
  CallLeft: () => '移出一个报警电话',
  LinkAdded: (d, t) => `关联：${word(t.relation, d['relation'])}另一起警情`,
  LinkRemoved: (d, t) => `解除关联：${word(t.relation, d['relation'])}`,
  ClockWarning: (d, t) => `将到时：${word(t.clock, d['stage'])}${d['unitId'] ? `（${text(d['unitId'])}）` : ''}`,
  ClockOverdue: (d, t) => `超时：${word(t.clock, d['stage'])}${d['unitId'] ? `（${text(d['unitId'])}）` : ''}`,
  ClockWithdrawn: (d, t) => `撤销超时：${word(t.clock, d['stage'])}实际按时`,
  ClockEscalated: (d, t) => `上报${word(t.level, d['level'])}：${word(t.clock, d['stage'])}超时 ${seconds(d['lateMs'])}`,
  EscalationTaken: (d, t) => `${word(t.level, d['level'])} ${text(d['by'])} 已接手`,
  SupervisionTaken: (d) => `${text(d['by'])} 督办：${text(d['reason'])}`,
  OperationOpened: (d) => `合成作战启动：${text(d['purpose'])}`,
  OperationChanged: (d) => `合成作战：加入 ${count(d['added'])}，退出 ${count(d['removed'])}`,
  OperationClosed: (d) => `合成作战结束：${operationEnds[text(d['outcome'])] ?? text(d['outcome'])}${quote(d['note'], true)}`,
  IncidentAssessed: (d) => `${text(d['by'])} 研判：${text(d['priority'])} 级，主责 ${text(d['owner'])}${quote(d['note'], true)}`,
  Urged: (d, t) =>
    `催办${d['stage'] ? `：${word(t.clock, d['stage'])}` : ''}${d['unitId'] ? `（${text(d['unitId'])}）` : ''}，${text(d['reason'])}`,
  MessageSent: (d) => `消息：${text(d['text'])}`,
  DirectiveAttached: (d) => `向${recipientOf(d)}下达指令：${kindOf(d, 'zh')}`,
  DirectiveMoved: (d) => `指令${statusOf(d, 'zh')}${d['late'] ? '，超时' : ''}`,
  DirectiveIssued: (d) => `向${recipientOf(d)}下达：${text(d['text'])}`,
  DirectiveSigned: (d) => `${text(d['by'])} 签收${receiptOf(d)}${d['late'] ? '（补报）' : ''}`,
  DirectiveRefused: (d) => `${text(d['by'])} 拒收：${text(d['reason'])}`,
  DirectiveReported: (d) =>
    `${text(d['by'])} 反馈${d['final'] === false ? '（非最终）' : ''}${d['late'] ? '（补报）' : ''}：` +
    `${text(d['outcome'])}${d['narrative'] ? ` — ${text(d['narrative'])}` : ''}${receiptOf(d)}`,
  DirectiveReturned: (d) => `反馈被退回：${text(d['reason'])}`,
  DirectiveConcluded: (d) => `办结：${text(d['outcome'])}${d['note'] ? ` — ${text(d['note'])}` : ''}`,
  DirectiveReplaced: () => '已另行下达代替',
  DirectiveSent: (d) => `派出：${unitsOf(d)}`,
  DirectiveUnattended: () => '警情已无人处置，须再次派出',
  DirectiveWithdrawn: (d) => `撤回：${text(d['reason'])}`,
  MessageRead: () => '消息已读',
  PanicRepeated: (d) => `${text(d['unitId'])} 再次求助`,
  CallReceived: (d) => `来电${d['line'] ? `（线路 ${text(d['line'])}）` : ''}`,
  CallAnswered: () => '接听',
  CallHanded: (d) => `转交 ${text(d['toSubject'])}${d['toSeat'] ? `（${text(d['toSeat'])} 号席）` : ''}`,
  CallEnded: () => '挂断',
  CallBackMade: (d) =>
    d['callId'] ? '该号码已在另一来电中接听' : `${d['reached'] ? '回访' : '回访未接通'}${quote(d['note'], true)}`,
  ReviewMade: (d) => {
    const review = (d['review'] ?? {}) as Data;
    return `质检：${text(review['score'])} 分，${review['verdict'] === 'returned' ? '退回补录' : '通过'}`;
  },
  CallChanged: (d) =>
    `记录：${changesOf(d)
      .map(([k, c]) =>
        k === 'caller' ? '来电号码' : `${chineseFields[k] ?? k} → ${text(c.to)}`,
      )
      .join('；')}`,
  CallDisposed: (d, t) => `处置为${word(t.disposition, d['kind'])}${quote(d['note'], true)}`,
  ErasureAsked: (d) => `${text(d['by'])} 申请删除${fieldsOf(d, 'zh')}：${text(d['reason'])}`,
  Erased: (d) => `已删除：${fieldsOf(d, 'zh')}${d['approvedBy'] ? `，${text(d['approvedBy'])} 批准` : ''}（${text(d['reason'])}）`,
  UnitRegistered: (d) => `登记，呼号 ${text(d['callSign'])}`,
  UnitChanged: (d) => `修改：${changesOf(d).map(([k]) => k).join('、')}`,
  DutyStarted: () => '上勤',
  DutyEnded: () => '下勤',
  OutOfService: (d) => `停用：${text(d['reason'])}`,
  BackInService: () => '恢复使用',
  Assigned: () => '被指派',
  Progressed: (d, t) => word(t.stage, d['stage']),
  Released: (d, t) => `解除（${word(t.stage, d['stage'])}）`,
  PanicRaised: () => '紧急求助',
  PanicEnded: () => '求助解除',
};

/** For tests: both languages know the same kinds. */
export const knownKinds = { en: Object.keys(english), zh: Object.keys(chinese) };
