import { expect, test } from 'vitest';
import { keep, kept, putBack, typedSince, valuesOf, type Field } from './typed';

const field = (name: string, value: string, type = 'text', checked = false): Field => ({ name, value, type, checked });

test('the values of a form are those of its named fields, of a group of choices the chosen one', () => {
  const choice = [field('r', '1', 'radio'), field('r', '2', 'radio', true)];
  const fields = [field('text', 'a'), field('', 'x'), field('final', 'on', 'checkbox', true), ...choice];
  expect(valuesOf(fields)).toEqual({ text: 'a', final: 'on', r: '2' });
});

test('nothing was typed while the values are those of the start, whatever blanks were added', () => {
  expect(typedSince({ text: 'a', final: 'on' }, { text: ' a ', final: 'on' })).toBeNull();
  expect(typedSince({}, { text: '  ' })).toBeNull();
});

test('what was typed, emptied or unticked counts', () => {
  expect(typedSince({ text: 'a', final: 'on', other: 'x' }, { text: '', final: '', other: 'x' })).toEqual({ text: '', final: '' });
});

test('kept values go back into the fields that there are', () => {
  const fields = [field('text', ''), field('final', 'on', 'checkbox', true), field('r', '1', 'radio', true), field('r', '2', 'radio')];
  putBack(fields, { text: 'knife', final: '', r: '2', gone: 'x' });
  expect(valuesOf(fields)).toEqual({ text: 'knife', final: '', r: '2' });
});

test('they are kept by name until they are sent', () => {
  const store = new Map<string, string>();
  const storage = Object.assign(Object.create(null) as Storage, {
    getItem: (k: string) => store.get(k) ?? null,
    setItem: (k: string, v: string) => void (store.set(k, v), ((storage as unknown as Record<string, string>)[k] = v)),
    removeItem: (k: string) => void (store.delete(k), delete (storage as unknown as Record<string, string>)[k]),
  });
  keep('note/1', { text: 'knife' }, storage);
  keep('note/2', { text: 'fire' }, storage);
  expect(kept('note/1', storage)).toEqual({ text: 'knife' });
  keep('note/1', null, storage);
  expect(kept('note/1', storage)).toBeNull();
  expect(kept('note/2', storage)).toEqual({ text: 'fire' });
});

test('what another page kept in another shape is passed over', () => {
  expect(kept('x', { getItem: () => '{' })).toBeNull();
});
