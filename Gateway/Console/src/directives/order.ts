import type { components } from '../api/schema';
import { Problem } from '../api/problem';
import type { Read } from '../design/FormDialog';
import { instantAt } from '../i18n/zoned';
import type { Affair } from './affair';
import { needsOf } from './kinds';
import { keysOf, recipientOf } from './recipient';
import { spanOf } from './span';

export type Order = components['schemas']['IssueDirectives'];

/** The fields of the form, by the names that the gateway gives them. */
export const orderFields = [
  'to', 'kind', 'text', 'incidentId', 'callId', 'limits.sign', 'limits.report', 'limits.finish', 'validUntil', 'nextAt', 'fields',
  'equipment', 'parties', 'replaces',
] as const;
export type OrderField = (typeof orderFields)[number];
export type OrderErrors = Partial<Record<OrderField, string>>;

/** What the form says where a field is not right, before anything is sent. */
export interface OrderWords {
  needsRecipient: string;
  notChosen: (word: string) => string;
  needsAffair: string;
  badSpan: string;
  needsTime: string;
  needsFields: string;
}

const limits = ['sign', 'report', 'finish'] as const;

/** Words that are separated by commas, in both scripts, each once. */
export const wordsOf = (text: string): string[] => [...new Set(text.split(/[,，、;；\n]/).map((w) => w.trim()).filter(Boolean))];

/** Reads the form: what is to be sent, or what is not right, field by field. */
export function orderOf(
  read: Read,
  affair: Pick<Affair, 'incidentId' | 'callId' | 'parties'> | null,
  replaces: string | null,
  words: OrderWords,
): { order: Order } | { errors: OrderErrors } {
  const errors: OrderErrors = {};
  const kind = read('kind') === otherKind ? read('otherKind') : read('kind');
  const needs = needsOf(kind);
  const to = keysOf(read('to')).map(recipientOf);
  if (read('toTyped') !== '') errors.to = words.notChosen(read('toTyped'));
  else if (to.length === 0) errors.to = words.needsRecipient;
  if (needs.on !== null && !affair?.incidentId && !(needs.on === 'call' && affair?.callId)) errors.incidentId = words.needsAffair;

  const spans: Partial<Record<(typeof limits)[number], number>> = {};
  for (const name of limits) {
    const span = spanOf(read(name));
    if (span === 'bad') errors[`limits.${name}`] = words.badSpan;
    else if (span !== null) spans[name] = span;
  }
  const time = (name: 'validUntil' | 'nextAt'): string | null => {
    const at = read(name) === '' ? null : instantAt(read(name));
    if (needs[name] && at === null) errors[name] = words.needsTime;
    return at;
  };
  const [validUntil, nextAt] = [time('validUntil'), time('nextAt')];
  const [missing, equipment] = [wordsOf(read('fields')), wordsOf(read('equipment'))];
  if (needs.fields && missing.length === 0) errors.fields = words.needsFields;
  if (Object.keys(errors).length > 0) return { errors };

  const parties = (affair?.parties ?? []).map(({ n }) => n).filter((n) => read(`party-${n}`) !== '');
  return {
    order: {
      to,
      kind,
      text: read('text'),
      ...(affair?.incidentId ? { incidentId: affair.incidentId } : {}),
      ...(affair?.callId ? { callId: affair.callId } : {}),
      ...(parties.length > 0 ? { parties } : {}),
      ...(equipment.length > 0 ? { equipment } : {}),
      ...(Object.keys(spans).length > 0 ? { limits: spans } : {}),
      ...(validUntil ? { validUntil } : {}),
      ...(nextAt ? { nextAt } : {}),
      ...(needs.fields ? { fields: missing } : {}),
      ...(read('autoConclude') !== '' ? { autoConclude: true } : {}),
      ...(read('shared') !== '' ? { shared: true } : {}),
      ...(replaces ? { replaces } : {}),
    },
  };
}

/** The choice that stands for a word of the centre's own. */
export const otherKind = '*';

/** What the gateway said of fields, at the fields of the form; what belongs to none of them is not in it. */
export function errorsOf(problem: unknown): OrderErrors {
  const found: OrderErrors = {};
  if (!(problem instanceof Problem)) return found;
  for (const { field, message } of problem.errors) {
    const own = orderFields.find((name) => field === name || field.startsWith(`${name}.`) || field.startsWith(`${name}[`));
    if (own) found[own] = found[own] ? `${found[own]}; ${message}` : message;
  }
  return found;
}
