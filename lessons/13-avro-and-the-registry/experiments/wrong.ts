import { orderOf } from './order.ts';

/** Nobody has registered so many schemas. */
export const unknownId = 2_000_000_000;

// #region wrong
/** Three records that no consumer of orders can use: what their program means, and the bytes it writes by itself. */
export const wrongOrders = (id: number) => [
  byItself(id, { ...orderOf(2), pieces: 'three' }),
  byItself(id, { customer: 'mia' }),
  { id: unknownId, meant: orderOf(4), bytes: Buffer.from('007735940006706e', 'hex') },
];
// #endregion

/** How they read, if they are written. */
export const wrongRead = ['no magic byte', 'no magic byte', 'unknown id'];

const byItself = (id: number, meant: object) => ({ id, meant, bytes: JSON.stringify(meant) });
