import type { Count, ReadRecord } from '../lab.ts';
import type { DeliverOperation, Operation, SendOperation, SentRecord } from './operation.ts';

/**
 * Holds what the clients were told against what is in the log. Pure: the same operations and the same log give the same lists.
 * A record's identity is its key and value, so an experiment gives every record a value of its own; a value that is sent twice
 * on purpose is one record with two chances. Offsets may be sparse; only their order counts.
 * @param log one topic as an independent reader sees it, all partitions
 * @returns the records behind each count, by value (by `partition:offset` for deliveries)
 */
export function check(
  operations: readonly Operation[],
  topic: string,
  log: readonly ReadRecord[],
): Record<Count, readonly string[]> {
  const sends = operations.filter((op): op is SendOperation => op.kind === 'send' && op.topic === topic);
  const deliveries = operations.filter((op): op is DeliverOperation => op.kind === 'deliver' && op.topic === topic);
  const by = (outcome: SendOperation['outcome']) =>
    sends.filter((send) => send.outcome === outcome).flatMap((send) => send.records);

  const stored = countBy(log.map(identity));
  const acknowledged = by('ok');
  const acknowledgedOnce = new Set(acknowledged.map(identity));
  const sentOnce = new Set(sends.flatMap((send) => send.records.map(identity)));
  const delivered = new Set(deliveries.map(place));

  return {
    sent: sends.flatMap((send) => send.records.map(shown)),
    acknowledged: acknowledged.map(shown),
    refused: by('fail').map(shown),
    unanswered: by('info').map(shown),
    stored: log.map(shown),
    lost: unique(acknowledged)
      .filter((record) => !stored.has(identity(record)))
      .map(shown),
    storedUnanswered: unique([...by('fail'), ...by('info')])
      .filter((record) => !acknowledgedOnce.has(identity(record)) && stored.has(identity(record)))
      .map(shown),
    duplicate: [...stored].flatMap(([id, times]) => (sentOnce.has(id) ? Array<string>(times - 1).fill(shownIdentity(id)) : [])),
    undelivered: log.filter((record) => !delivered.has(place(record))).map(shown),
    redelivered: repeats(deliveries.map((delivery) => `${delivery.group} ${place(delivery)}`)),
    reordered: reordered(sends, log),
    abortedRead: abortedReads(operations, sends, deliveries),
  };
}

/** Records that stand behind one that was sent after them, in the same partition. Only first copies count. */
function reordered(sends: readonly SendOperation[], log: readonly ReadRecord[]): readonly string[] {
  const rank = new Map<string, number>();
  for (const record of [...sends].sort((a, b) => a.at - b.at).flatMap((send) => send.records)) {
    if (!rank.has(identity(record))) rank.set(identity(record), rank.size);
  }
  const seen = new Set<string>();
  const highest = new Map<number, number>();
  const behind: string[] = [];
  for (const record of [...log].sort((a, b) => a.partition - b.partition || a.offset - b.offset)) {
    const mine = rank.get(identity(record));
    if (mine === undefined || seen.has(identity(record))) continue;
    seen.add(identity(record));
    const top = highest.get(record.partition) ?? -1;
    if (mine < top) behind.push(shown(record));
    highest.set(record.partition, Math.max(top, mine));
  }
  return behind;
}

function abortedReads(
  operations: readonly Operation[],
  sends: readonly SendOperation[],
  deliveries: readonly DeliverOperation[],
): readonly string[] {
  const aborted = new Set(
    operations.flatMap((op) => (op.kind === 'transaction' && op.outcome === 'aborted' ? [`${op.process} ${op.transaction}`] : [])),
  );
  const never = new Set(
    sends.filter((send) => aborted.has(`${send.process} ${send.transaction}`)).flatMap((send) => send.records.map(identity)),
  );
  for (const send of sends) {
    if (!aborted.has(`${send.process} ${send.transaction}`)) for (const record of send.records) never.delete(identity(record));
  }
  return deliveries.filter((delivery) => delivery.isolation === 'read_committed' && never.has(identity(delivery))).map(shown);
}

type Named = Pick<SentRecord, 'key' | 'value'>;
const identity = (record: Named) => JSON.stringify([record.key, record.value]);
const shown = (record: Named) => record.value ?? `null (key ${record.key ?? 'null'})`;
const shownIdentity = (id: string) => {
  const [key, value] = JSON.parse(id) as [string | null, string | null];
  return shown({ key, value });
};
const place = (record: { readonly partition: number; readonly offset: number }) => `${record.partition}:${record.offset}`;

function countBy(ids: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}

function unique<R extends Named>(records: readonly R[]): readonly R[] {
  return [...new Map(records.map((record) => [identity(record), record])).values()];
}

function repeats(ids: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  return ids.filter((id) => seen.has(id) || !seen.add(id));
}
