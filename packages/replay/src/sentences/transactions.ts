import type { Transaction, TransactionalProducer, TransactionLog, Transactions } from '../transactions.ts';
import { seconds } from '../transcript.ts';

/** Each transaction in a sentence, then each log that they wrote to. */
export function transactionsInSentences(model: Transactions): readonly string[] {
  return [
    ...model.producers.flatMap((producer) => producer.transactions.map((each, i) => told(producer, each, i))),
    ...writtenTo(model).map((log) => {
      const now = log.positions.at(-1);
      return `${nameOf(log)}: high watermark ${now?.highWatermark ?? 'unknown'}, last stable offset ${now?.lastStable ?? 'unknown'}${heldBack(log)}.`;
    }),
  ];
}

function told({ client }: TransactionalProducer, { begun, ended, outcome, refusal, sends }: Transaction, i: number): string {
  const records = sends.reduce((sum, each) => sum + each.records, 0);
  const how = ended === null ? 'is open' : `${outcome === 'refused' ? `was refused (${refusal})` : outcome} at ${seconds(ended)}`;
  return `${client}, transaction ${i + 1}: began at ${seconds(begun)}, sent ${records} record${records === 1 ? '' : 's'}, ${how}.`;
}

function heldBack({ positions: all }: TransactionLog): string {
  const most = Math.max(0, ...all.map(({ highWatermark, lastStable }) => highWatermark - lastStable));
  return most === 0 ? '' : `; at most ${most} offset${most === 1 ? ' was' : 's were'} held back from read_committed readers`;
}

/** The logs that transactions wrote to. */
export const writtenTo = ({ logs }: Transactions) => logs.filter(({ transactional }) => transactional);
const nameOf = ({ title, partition }: TransactionLog) => `${title}/${partition}`;
