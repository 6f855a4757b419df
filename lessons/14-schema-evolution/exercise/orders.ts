const fields = [
  { name: 'customer', type: 'string' },
  { name: 'article', type: 'string' },
  { name: 'pieces', type: 'int' },
];

/** What was there before the exercise began. */
export const version1 = { type: 'record' as const, name: 'Order', namespace: 'shop', fields };

/** What somebody registers at night: the pieces under another name, without an alias. */
export const badVersion = {
  ...version1,
  fields: [
    ...fields.slice(0, 2),
    { name: 'count', type: 'int' },
    { name: 'note', type: 'string', default: '' },
    { name: 'gift', type: 'boolean', default: false },
  ],
};

/** Order n as it was meant, in all its fields. Notes begin with 6, gifts with 11. */
export const meant = (n: number) => ({
  customer: `c-${n}`,
  article: `a-${n}`,
  pieces: n,
  note: n > 5 ? `ring ${n} times` : '',
  gift: n > 10 && n % 2 === 0,
});

/** Order n as a customer places it: what it has not got is left out. */
export function placedOrder(n: number) {
  const { note, gift, ...order } = meant(n);
  return { ...order, ...(n > 5 && { note }), ...(n > 10 && { gift }) };
}
