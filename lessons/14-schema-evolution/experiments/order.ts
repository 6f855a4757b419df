const text = (name: string) => ({ name, type: 'string' });
const record = (...fields: object[]) => ({
  type: 'record' as const,
  name: 'Order',
  namespace: 'shop',
  fields,
});
const [customer, article] = [text('customer'), text('article')];
const pieces = { name: 'pieces', type: 'int' };
const note = { name: 'note', type: 'string' };

// #region orders
export const order = record(customer, article, pieces);
export const withNote = record(customer, article, pieces, note);
export const withNoteOrNone = record(customer, article, pieces, { ...note, default: '' });
// #endregion

// #region renamed
const remark = text('remark');
export const renamed = {
  'by an alias': record(customer, article, pieces, { ...remark, aliases: ['note'] }),
  'by a default': record(customer, article, pieces, { ...remark, default: '' }),
  'by nothing': record(customer, article, pieces, remark),
};
// #endregion

// #region states
const states = (symbols: string[], rest: object) =>
  record(customer, { name: 'state', type: { type: 'enum', name: 'State', symbols, ...rest } });
export const threeStates = (rest: object) => states(['OPEN', 'PAID', 'SENT'], rest);
export const fourStates = (rest: object) => states(['OPEN', 'PAID', 'SENT', 'LOST'], rest);
// #endregion

/** What a writer knows of order n. Which of it is written its schema decides. */
export const orderOf = (n: number) => ({
  customer: `c-${n}`,
  article: `a-${n}`,
  pieces: n,
  note: 'ring twice',
  remark: 'ring twice',
  state: ['OPEN', 'PAID', 'SENT'][n % 3],
});
export const numbersOf = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, i) => from + i);
