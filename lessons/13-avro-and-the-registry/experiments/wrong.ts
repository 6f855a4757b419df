import { orderOf } from './order.ts';

/** Nobody has registered so many schemas. */
export const unknownId = 2_000_000_000;
/** Zero, that id, and an article. */
const unknownBytes = Buffer.from('007735940006706e', 'hex');

// #region wrong
// What each one means, and the bytes that it writes by itself.
export const wrongOrders = (id: number) => [
  byItself(id, { ...orderOf(2), pieces: 'three' }),
  byItself(id, { customer: 'mia' }),
  { id: unknownId, meant: orderOf(4), bytes: unknownBytes },
];
// #endregion

/** How they read, if they are written. */
export const wrongRead = ['no magic byte', 'no magic byte', 'unknown id'];

const byItself = (id: number, meant: object) => ({ id, meant, bytes: JSON.stringify(meant) });
