import { expect, test } from 'vitest';
import { sha256Of } from './digest';

test('the digest is that of the content', async () => {
  const content = new TextEncoder().encode('abc');
  expect(await sha256Of(content.buffer as ArrayBuffer)).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
});
