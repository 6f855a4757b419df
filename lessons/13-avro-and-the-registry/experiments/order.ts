// #region order
export const order = {
  type: 'record' as const,
  name: 'Order',
  namespace: 'shop',
  fields: [
    { name: 'customer', type: 'string' },
    { name: 'article', type: 'string' },
    { name: 'pieces', type: 'int' },
  ],
};
// #endregion

const [customer, article, pieces] = order.fields as [Field, Field, Field];
/** The same three fields; two of them have changed places. */
export const rearranged = { ...order, fields: [article, customer, pieces] };
type Field = (typeof order.fields)[number];

/** The same contract in Protobuf's language. */
export const orderProto = `syntax = "proto3";
package shop;
message Order { string customer = 1; string article = 2; int32 pieces = 3; }`;

/** Customers and articles go by numbers that look like none: `{ customer: 'c-1b7gf3', article: 'a-919', pieces: 2 }`. */
export const orderOf = (n: number) => ({
  customer: `c-${((n * 2_654_435_761) % 2 ** 31).toString(36).padStart(6, '0')}`,
  article: `a-${100 + ((n * 7_919) % 900)}`,
  pieces: 1 + (n % 9),
});
