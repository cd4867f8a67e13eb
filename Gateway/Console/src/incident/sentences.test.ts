import { expect, test } from 'vitest';
import type { JournalEvent } from '../api/types';
import { knownKinds, sentence } from './sentences';

const event = (kind: string, data: object) => ({ kind, data }) as unknown as JournalEvent;

test('directives of an incident', () => {
  const to = { station: 'north', unit: null, subject: null };
  expect(sentence(event('DirectiveAttached', { directiveId: 'd1', kind: 'verify', to, station: 'north' }))).toBe(
    'Directive Verify issued to north',
  );
  expect(sentence(event('DirectiveMoved', { directiveId: 'd1', status: 'refused', late: true }))).toBe('A directive is refused, late');
});

test('a directive from its issue to its end', () => {
  const said = (kind: string, data: object) => sentence(event(kind, data));
  expect(said('DirectiveIssued', { to: { unit: 'P07' }, text: 'Look for him.' })).toBe('Issued to P07: Look for him.');
  expect(said('DirectiveSigned', { by: 'li', receipt: { name: 'Liu', reference: '45' }, late: true })).toBe(
    'Signed for by li — Liu, 45 (filled in later)',
  );
  expect(said('DirectiveReported', { by: 'li', outcome: 'found', narrative: null, final: false })).toBe(
    'Report of li, not the last word: found',
  );
  expect(said('Urged', { reason: 'at once' })).toBe('Urged (at once)');
});

test('both languages know the same kinds', () => {
  expect([...knownKinds.zh].sort()).toEqual([...knownKinds.en].sort());
});

test('an event kind that is newer than this page shows its own word, whatever it is and whatever it carries', () => {
  expect(sentence(event('SomethingNew', {}))).toBe('SomethingNew');
  expect(sentence(event('SomethingNew', { changes: null, unitId: {} }))).toBe('SomethingNew');
  expect(sentence(event('constructor', {}))).toBe('constructor');
});

test('no sentence breaks on an event that lacks what it tells of', () => {
  for (const kind of knownKinds.en) expect(sentence(event(kind, {}))).not.toMatch(/undefined|NaN|\[object/);
});

test('a change says from what to what, a caller\'s digest is no reading matter', () => {
  const location = { from: null, to: { lat: 1, lon: 2, address: 'Main Street' } };
  const changed = event('IncidentChanged', { changes: { priority: { from: 3, to: 1 }, location } });
  expect(sentence(changed)).toBe('Changed: priority 3 → 1; location — → Main Street');
  expect(sentence(event('CallChanged', { changes: { caller: { from: null, to: 'hmac:1234' } } }))).not.toContain('1234');
});

test('feedback of no unit says whose it is, and a closure what a supervisor let through', () => {
  expect(sentence(event('FeedbackGiven', { unitId: null, outcome: 'advised' }))).toBe('Feedback of the centre: advised');
  expect(sentence(event('FeedbackGiven', { unitId: null, station: 'north', outcome: 'advised' }))).toBe('Feedback of north: advised');
  expect(sentence(event('IncidentClosed', { disposition: 'hoax', note: null, valid: false, override: 'he left' }))).toBe(
    'Concluded: hoax, not a valid incident; all the same, because: he left',
  );
  expect(sentence(event('CallHanded', { toSubject: 'li', toSeat: '4' }))).toBe('Handed on to li at seat 4');
});
