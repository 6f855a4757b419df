import type { Count, History, ReadRecord } from '../lab.ts';
import { check } from './check.ts';
import type { Operation } from './operation.ts';

/** The history of one topic: what the clients were told, held against a fresh read of the log. */
export function history(topic: string, operations: readonly Operation[], read: () => Promise<readonly ReadRecord[]>): History {
  const checked = async () => check(operations, topic, await read());
  return {
    async counts(...names) {
      const lists = await checked();
      return Object.fromEntries(names.map((name) => [name, lists[name as Count].length])) as never;
    },
    async values(name) {
      return (await checked())[name];
    },
  };
}
