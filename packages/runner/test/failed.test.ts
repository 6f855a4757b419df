import { Plain } from '@proving/spec';
import { expect, test } from 'vitest';
import { failed } from '../src/worker/failed.ts';

const said = (error: unknown) => {
  const { because, saw, fix, exit } = failed(error);
  return { because, saw, fix, exit };
};

test('what is thrown is told in its own words, whatever it is', () => {
  expect(said(new TypeError('the author forgot 2\nand more'))).toEqual({
    because: 'TypeError: the author forgot 2',
    saw: null,
    fix: null,
    exit: 3,
  });
  expect([said('a string').because, said(undefined).because, said(null).because, said({}).because]).toEqual([
    'a string',
    'undefined',
    'null',
    '[object Object]',
  ]);
  expect(said(new Plain('x', 'It broke.', { saw: 'pieces', fix: 'glue', exit: 2 }))).toEqual({
    because: 'It broke.',
    saw: 'pieces',
    fix: 'glue',
    exit: 2,
  });
});

test('of an error and those of the cleaning up behind it, the first one counts', () => {
  const first = new Plain('x', 'Broker 3 does not run.', { saw: 'it is killed' });
  const thrown = new SuppressedError(new Error('thaw'), new SuppressedError(new Error('disconnect'), first));
  expect(said(thrown)).toEqual({ because: 'Broker 3 does not run.', saw: 'it is killed', fix: null, exit: 3 });
});
