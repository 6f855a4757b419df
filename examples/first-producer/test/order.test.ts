import { expect, it } from 'vitest';
import { orderIn } from '../src/order.ts';

it.each([
  ['{"id":"1","customer":"ada","item":"lamp"}', { id: '1', customer: 'ada' }],
  ['{"id":1,"customer":"ada"}', null],
  ['{"id":"1"}', null],
  ['null', null],
  ['[]', null],
  ['', null],
  ['{', null],
])('%s', (line, order) => expect(orderIn(line)).toEqual(order));
