import type { RunEvent, RunEventOf } from '@proving/spec';
import { foldOf } from './fold.ts';
import { isForgotten } from './forgotten.ts';

/** Transactions over time, and the logs they wrote to: how far each reaches, and how far read_committed readers get. */
export interface Transactions {
  readonly producers: readonly TransactionalProducer[];
  readonly logs: readonly TransactionLog[];
  /** Which send belongs to which transaction, until it is answered: `client`, by send id. */
  readonly sends: Readonly<Record<string, number | null>>;
  readonly titles: Readonly<Record<string, string>>;
}
export interface TransactionalProducer {
  readonly client: string;
  readonly transactions: readonly Transaction[];
}
export interface Transaction {
  /** Its place among all transactions of the run, from 0, in the order of their begin. */
  readonly index: number;
  /** Ms. */
  readonly begun: number;
  /** When the client was told that it ended, or was refused; null while it is open. */
  readonly ended: number | null;
  readonly outcome: 'open' | 'committed' | 'aborted' | 'refused';
  /** The refusal, by its code. */
  readonly refusal: string | null;
  readonly sends: readonly { readonly t: number; readonly records: number }[];
}
export interface TransactionLog {
  readonly topic: string;
  readonly title: string;
  readonly partition: number;
  /** How many records were seen here in all. */
  readonly count: number;
  /** The newest of them, at most `logWindow`, by offset, ascending; `transaction` is null for a record outside of transactions. */
  readonly records: readonly LoggedRecord[];
  /** Whether any record of it, also one that is forgotten, came in a transaction. */
  readonly transactional: boolean;
  /** Each change of the two positions, as it was seen. */
  readonly positions: readonly { readonly t: number; readonly highWatermark: number; readonly lastStable: number }[];
}

export interface LoggedRecord {
  readonly offset: number;
  readonly transaction: number | null;
}

/** Longer logs forget their oldest records: no figure shows more. */
const logWindow = 512;

export const transactions = foldOf<Transactions>({ producers: [], logs: [], sends: {}, titles: {} }, step);

function step(model: Transactions, event: RunEvent): Transactions {
  switch (event.type) {
    case 'topic.created': {
      const logs = model.logs.map((log) => (log.topic === event.topic ? { ...log, title: event.title } : log));
      return { ...model, logs, titles: { ...model.titles, [event.topic]: event.title } };
    }
    case 'txn.begin':
      return begun(model, event);
    case 'txn.commit':
      return withOpen(model, event.client, (open) => ({ ...open, ended: event.t, outcome: 'committed' }));
    case 'txn.abort':
      return withOpen(model, event.client, (open) => ({ ...open, ended: event.t, outcome: 'aborted' }));
    case 'client.send': {
      const open = openOf(model, event.client);
      const sent = { t: event.t, records: event.records.length };
      return {
        ...withOpen(model, event.client, (each) => ({ ...each, sends: [...each.sends, sent] })),
        sends: { ...model.sends, [event.id]: open?.index ?? null },
      };
    }
    case 'client.ack': {
      const { [event.id]: transaction = null, ...sends } = model.sends;
      const partitions = [...new Set(event.placed.map(({ partition }) => partition))];
      const logs = partitions.reduce((m, partition) => {
        const mine = event.placed.filter((place) => place.partition === partition);
        const records = mine.flatMap(({ offset }) => (offset === null ? [] : [{ offset, transaction }]));
        return records.length === 0 ? m : withRecords(m, event.topic, partition, records);
      }, model);
      return { ...logs, sends };
    }
    case 'client.error': {
      const refusal = event.error.code ?? event.error.name;
      if (event.call !== 'commit' && event.call !== 'abort' && !fatal.includes(refusal)) return model;
      return withOpen(model, event.client, (open) => ({ ...open, ended: event.t, outcome: 'refused', refusal }));
    }
    case 'client.deliver':
      return withRecords(model, event.topic, event.partition, [{ offset: event.offset, transaction: null }]);
    case 'cluster.snapshot':
      return event.partitions.reduce((m, now) => seen(m, event, now), model);
    default:
      return model;
  }
}

/** After these a producer can neither commit nor abort: its transaction is not its own any more. */
const fatal = ['INVALID_PRODUCER_EPOCH', 'PRODUCER_FENCED', 'INVALID_TXN_STATE', 'TRANSACTIONAL_ID_AUTHORIZATION_FAILED'];

function begun(model: Transactions, { client, t }: RunEventOf<'txn.begin'>): Transactions {
  const index = model.producers.reduce((sum, each) => sum + each.transactions.length, 0);
  const fresh: Transaction = { index, begun: t, ended: null, outcome: 'open', refusal: null, sends: [] };
  const old = model.producers.find((each) => each.client === client);
  const next = { client, transactions: [...(old?.transactions ?? []), fresh] };
  return { ...model, producers: old ? model.producers.map((each) => (each === old ? next : each)) : [...model.producers, next] };
}

const openOf = (model: Transactions, client: string) =>
  model.producers.find((each) => each.client === client)?.transactions.findLast((each) => each.ended === null);

function withOpen(model: Transactions, client: string, change: (open: Transaction) => Transaction): Transactions {
  const open = openOf(model, client);
  if (!open) return model;
  const transactions = (all: readonly Transaction[]) => all.map((each) => (each === open ? change(open) : each));
  return {
    ...model,
    producers: model.producers.map((each) =>
      each.client === client ? { ...each, transactions: transactions(each.transactions) } : each,
    ),
  };
}

/** A record that is known already keeps the transaction that it came in. */
function withRecords(model: Transactions, topic: string, partition: number, added: readonly LoggedRecord[]): Transactions {
  return withLog(model, topic, partition, (log) => {
    const transactional = log.transactional || added.some(({ transaction }) => transaction !== null);
    return { ...log, ...placed(log, added), transactional };
  });
}

function placed(log: TransactionLog, added: readonly LoggedRecord[]): Pick<TransactionLog, 'count' | 'records'> {
  const records = [...log.records];
  for (const record of added) {
    if (isForgotten(log, record.offset)) continue;
    const at = records.findLastIndex((each) => each.offset <= record.offset);
    const old = records[at];
    if (old?.offset !== record.offset) records.splice(at + 1, 0, record);
    else if (old.transaction === null) records[at] = record;
  }
  return { count: log.count + records.length - log.records.length, records: records.slice(-logWindow) };
}

function seen(model: Transactions, { t, topic }: RunEvent & { topic: string }, now: Positions): Transactions {
  const { partition, highWatermark, lastStable } = now;
  if (highWatermark === null || lastStable === null) return model;
  return withLog(model, topic, partition, (log) => {
    const last = log.positions.at(-1);
    if (last?.highWatermark === highWatermark && last.lastStable === lastStable) return log;
    return { ...log, positions: [...log.positions, { t, highWatermark, lastStable }] };
  });
}
type Positions = RunEventOf<'cluster.snapshot'>['partitions'][number];

function withLog(
  model: Transactions,
  topic: string,
  partition: number,
  change: (log: TransactionLog) => TransactionLog,
): Transactions {
  const old = model.logs.find((log) => log.topic === topic && log.partition === partition);
  const log = old ?? {
    topic,
    title: model.titles[topic] ?? topic,
    partition,
    count: 0,
    records: [],
    transactional: false,
    positions: [],
  };
  const next = change(log);
  return { ...model, logs: old ? model.logs.map((each) => (each === old ? next : each)) : [...model.logs, next] };
}
