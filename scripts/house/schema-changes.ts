/** A change of a contract: its versions, oldest first. The last one is the change, the others are what came before. */
export interface Change {
  readonly id: string;
  readonly history: readonly unknown[];
}

const id = { name: 'id', type: 'string' };
const qty = { name: 'qty', type: 'int' };
const note = { name: 'note', type: 'string' };
const noteOrNone = { ...note, default: '' };
const record = (...fields: readonly object[]) => ({ type: 'record', name: 'Order', fields });
const symbols = (...names: readonly string[]) => ({ type: 'enum', name: 'State', symbols: names });
const state = (type: object) => record(id, { name: 'state', type });

/** What happens to a record in Avro. */
export const avroChanges: readonly Change[] = [
  { id: 'field-added-with-default', history: [record(id), record(id, noteOrNone)] },
  { id: 'field-added-without-default', history: [record(id), record(id, note)] },
  { id: 'field-dropped-that-had-a-default', history: [record(id, noteOrNone), record(id)] },
  { id: 'field-dropped-without-default', history: [record(id, note), record(id)] },
  { id: 'int-to-long', history: [record(id, qty), record(id, { ...qty, type: 'long' })] },
  { id: 'field-renamed', history: [record(id, note), record(id, { ...note, name: 'remark' })] },
  { id: 'field-renamed-with-alias', history: [record(id, note), record(id, { ...note, name: 'remark', aliases: ['note'] })] },
  { id: 'enum-symbol-added', history: [state(symbols('OPEN', 'PAID')), state(symbols('OPEN', 'PAID', 'SENT'))] },
  {
    id: 'enum-symbol-added-with-enum-default',
    history: [
      state({ ...symbols('OPEN', 'PAID'), default: 'OPEN' }),
      state({ ...symbols('OPEN', 'PAID', 'SENT'), default: 'OPEN' }),
    ],
  },
  { id: 'enum-symbol-removed', history: [state(symbols('OPEN', 'PAID')), state(symbols('OPEN'))] },
  { id: 'default-removed', history: [record(id, noteOrNone), record(id, note)] },
  { id: 'record-renamed', history: [record(id), { ...record(id), name: 'Purchase' }] },
  { id: 'string-to-null-or-string', history: [record(id, note), record(id, { ...note, type: ['null', 'string'] })] },
  { id: 'string-to-bytes', history: [record(id, note), record(id, { ...note, type: 'bytes' })] },
  { id: 'default-removed-after-two-steps', history: [record(id), record(id, noteOrNone), record(id, note)] },
];

const text = { type: 'string' };
const object = (properties: object, more: object = {}) => ({
  $schema: 'http://json-schema.org/draft-07/schema#',
  type: 'object',
  properties,
  ...more,
});
const closed = { additionalProperties: false };

/** What happens to an object in JSON Schema, which lets unknown properties in unless it is closed. */
export const jsonChanges: readonly Change[] = [
  { id: 'optional-added-open', history: [object({ id: text }), object({ id: text, note: text })] },
  { id: 'optional-added-closed', history: [object({ id: text }, closed), object({ id: text, note: text }, closed)] },
  {
    id: 'required-added-open',
    history: [object({ id: text }, { required: ['id'] }), object({ id: text, note: text }, { required: ['id', 'note'] })],
  },
  { id: 'optional-removed-open', history: [object({ id: text, note: text }), object({ id: text })] },
  { id: 'optional-removed-closed', history: [object({ id: text, note: text }, closed), object({ id: text }, closed)] },
  { id: 'integer-to-number', history: [object({ qty: { type: 'integer' } }), object({ qty: { type: 'number' } })] },
  { id: 'number-to-integer', history: [object({ qty: { type: 'number' } }), object({ qty: { type: 'integer' } })] },
  { id: 'renamed-closed', history: [object({ note: text }, closed), object({ remark: text }, closed)] },
  {
    id: 'enum-value-added',
    history: [object({ state: { enum: ['OPEN', 'PAID'] } }), object({ state: { enum: ['OPEN', 'PAID', 'SENT'] } })],
  },
  {
    id: 'enum-value-removed',
    history: [object({ state: { enum: ['OPEN', 'PAID'] } }), object({ state: { enum: ['OPEN'] } })],
  },
  { id: 'optional-to-required', history: [object({ id: text }), object({ id: text }, { required: ['id'] })] },
  { id: 'closed-to-open', history: [object({ id: text }, closed), object({ id: text })] },
];
