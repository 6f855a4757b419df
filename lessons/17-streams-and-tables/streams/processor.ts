import type { StreamRecord } from './record.ts';
import type { Task } from './task.ts';

/** What a task does with one record: it may read and change its store, and answers with what is to be written. */
export type Processor = (record: StreamRecord, task: Pick<Task, 'store' | 'streamTime'>) => readonly StreamRecord[];

// #region count
/** Counts the records of each key, and writes each new count. */
export const count: Processor = ({ key, time }, { store }) => {
  const value = `${Number(store.get(key) ?? 0) + 1}`;
  store.put(key, value);
  return [{ key, value, time }];
};
// #endregion

// #region rekeyed
/** The same record under another key. */
export const rekeyed = (keyOf: (record: StreamRecord) => string) => (record: StreamRecord) => ({
  ...record,
  key: keyOf(record),
});
// #endregion
