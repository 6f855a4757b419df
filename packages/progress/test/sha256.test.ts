import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sha256 as ofBrowser } from '../src/sha256/browser.ts';
import { sha256 as ofNode } from '../src/sha256/node.ts';

it('is the same in a browser and in Node, for every text', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ minLength: 40, maxLength: 400 })), (text) => {
      expect(ofBrowser(text)).toBe(ofNode(text));
    }),
  );
  expect(ofBrowser('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
});
