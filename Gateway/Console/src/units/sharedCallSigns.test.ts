import { readFileSync } from 'node:fs';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test, vi } from 'vitest';
import type { Page, SharedCallSign } from '../api/types';

// Call signs are unique now, so that no gateway makes a shared one any more. Its document shows what it answers over a journal of before.
const { paths } = JSON.parse(readFileSync('openapi.json', 'utf8'));
const answer: Page<SharedCallSign> =
  paths['/api/v1/settings/shared-call-signs'].get.responses['200'].content['application/json'].example;

vi.stubGlobal('addEventListener', () => undefined);
const { SharedList } = await import('./SharedCallSigns');
const shown = (shared: Page<SharedCallSign>) => renderToStaticMarkup(createElement(SharedList, { shared }));

test('each shared call sign leads to all of its units', () => {
  expect(answer.items).toEqual([{ callSign: 'Patrol 7', unitIds: ['P07', 'P7'] }]);
  const html = shown(answer);
  expect(html).toMatch(/<b>Patrol 7<\/b> <a class="chip" href="\/units\/P07">P07<\/a><a class="chip" href="\/units\/P7">P7<\/a>/);
  expect(html).toContain('Over the radio nobody can tell them apart');
  expect(html).toContain('these are the first 50');
  expect(shown({ items: [{ callSign: '1/2', unitIds: ['1/2', 'a b'] }], next: null })).toMatch(/units\/1%2F2.*units\/a%20b/);
});

test('where there are no more it says nothing of more, and where there is none it says nothing', () => {
  expect(shown({ ...answer, next: null })).not.toContain('There are more');
  expect(shown({ items: [], next: null })).toBe('');
});
