import { expect, test } from 'vitest';
import { commandText, typedIn } from './commandText';

const thing = '0034: fraud, Dongda Street';
const said = (method: 'POST' | 'PATCH' | 'DELETE', path: string, body: unknown = {}, about?: string) =>
  commandText({ method, path: `/api/v1${path}`, body, ...(about ? { thing: about } : {}) });

test.each([
  ['POST', '/incidents/1/closure', { disposition: 'done' }, thing, 'Close 0034: fraud, Dongda Street'],
  ['POST', '/incidents/1/assignments', { unitIds: ['P01', 'P02'] }, thing, 'Assign P01, P02 to 0034: fraud, Dongda Street'],
  ['POST', '/incidents/1/assignments/P05/progress', { stage: 'onScene' }, thing, 'P05 On scene 0034: fraud, Dongda Street'],
  ['DELETE', '/incidents/1/links/2', {}, thing, 'Remove a link of 0034: fraud, Dongda Street'],
  ['PATCH', '/incidents/1', { category: 'x' }, thing, 'Change 0034: fraud, Dongda Street'],
  ['POST', '/units/P05/duty', { onDuty: false }, 'P05', 'Off duty: P05'],
  ['POST', '/units/P05/duty', { onDuty: true, outOfService: 'flat tyre' }, 'P05', 'Out of service: P05'],
  ['POST', '/calls/1/disposition', { kind: 'nuisance' }, undefined, 'Dispose of a call as Nuisance'],
  ['PATCH', '/calls/1', {}, undefined, 'Notes of a call'],
  ['POST', '/calls/1/handing', { toSubject: 'li' }, undefined, 'Hand a call on to li'],
  ['POST', '/incidents/1/feedback', { unitId: 'P05' }, thing, 'Feedback of P05 on 0034: fraud, Dongda Street'],
  ['POST', '/incidents/1/feedback', { unitId: null }, thing, 'Feedback without a unit on 0034: fraud, Dongda Street'],
] as const)('%# is named with the thing that it is about', (method, path, body, about, expected) =>
  expect(said(method, path, body, about)).toBe(expected));

test('a command that is newer than its names shows its path', () => expect(said('POST', '/moons/1/landing')).toBe('POST moons/1/landing'));

test('what somebody typed for it is found again', () => {
  expect(typedIn({ body: { disposition: 'settled', note: 'by phone', occurredAt: 'x' } })).toBe('settled · by phone');
  expect(typedIn({ body: undefined })).toBe('');
});
