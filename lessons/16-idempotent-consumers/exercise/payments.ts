/** What the till has sent, in the order of the log. Copies carry the id of the first; payments 5 and 6 look alike. */
export const records = [1, 2, 3, 4, 5, 6, 7, 8, 2, 9, 9, 10].map((n) => ({
  key: n % 2 === 0 || n === 5 ? 'mia' : 'tom',
  value: n === 6 ? '50' : `${n * 10}`,
  headers: { id: `payment ${n}` },
}));

export const ids = [...new Set(records.map(({ headers }) => headers.id))];
export const copied: readonly string[] = ['payment 2', 'payment 9'];
/** Its copy lies right behind it. */
export const copiedAtOnce = 'payment 9';
export const alike: readonly string[] = ['payment 5', 'payment 6'];
