import { type FatedRecord, type Looked, programOf, type Site, some } from '@proving/lab';
import { dayOf, paymentsOf } from './shop.ts';
import { topicOf } from './topic.ts';

/** What has become of each payment, and what will become of those that the packer is given when it starts. */
export async function look(site: Site): Promise<Looked> {
  const log = await site.readAll('payments');
  const parcels = (await site.read('parcels')).map(({ value }) => value);
  const reader = await readerOf(site);
  const topic = await topicOf(site);
  const timeout = Number((await programOf(site, 'billing')).get('transaction.timeout.ms') ?? defaultTimeout);

  const payments = paymentsOf(dayOf(site.seed)).map(({ payment }) => payment);
  const recordsOf = (payment: string) => log.filter(({ value }) => value === payment);
  const counting = (payment: string) => recordsOf(payment).filter(({ fate }) => fate === 'plain' || fate === 'committed');
  const comes = (payment: string) => recordsOf(payment).filter(reader.isGiven);
  const parcelsOf = (payment: string) => parcels.filter((each) => each === payment).length;
  const missing = payments.filter((payment) => counting(payment).length === 0);
  const twice = payments.filter((payment) => counting(payment).length > 1);
  const there = payments.filter((payment) => !missing.includes(payment));
  const leftOut = there.filter((payment) => parcelsOf(payment) + comes(payment).length === 0);
  const second = payments.filter((payment) => parcelsOf(payment) + comes(payment).length > 1);

  return {
    missingInTheLog: missing.length,
    twiceInTheLog: twice.length,
    leftOut: leftOut.length,
    parcelsTooMany: second.length,
    ...topic.seen,
    heldUpForMinutes: Math.ceil(timeout / 60_000),
    evidence: {
      'each-payment-once': [
        ...some(missing, (payment) => `${payment} is gone`),
        ...some(twice, (payment) => `${payment}: ${places(counting(payment))}`),
      ],
      'nobody-left-out': some(
        leftOut,
        (payment) => `${payment}: ${places(counting(payment))}; ${reader.reach(counting(payment)[0])}`,
      ),
      'one-parcel-each': some(second, (payment) => {
        const had = parcelsOf(payment);
        if (had > 1) return `${payment} has ${had} parcels`;
        return `${payment} ${had === 1 ? 'has its parcel, and comes again' : 'comes twice'}: ${places(comes(payment))}`;
      }),
      ...topic.evidence,
      'next-time': [`billing starts with transaction.timeout.ms=${timeout}`],
    },
  };
}

/** In milliseconds, where a program says nothing (Kafka docs, Producer Configs; kafkajs docs, Transactions). */
const defaultTimeout = 60_000;

interface Reader {
  isGiven(record: FatedRecord): boolean;
  /** As far as the packer gets in the record's partition. */
  reach(record: FatedRecord | undefined): string;
}

/** What the packer will be given, by the commits of its group and by its isolation level (Kafka docs, Consumer Configs). */
async function readerOf(site: Site): Promise<Reader> {
  const settings = await programOf(site, 'packer');
  const group = settings.get('group.id');
  const committed = group === undefined ? null : await site.committed(group, 'payments');
  const takesAll = settings.get('isolation.level') === 'read_uncommitted';
  const positions = new Map((await site.partitions('payments')).map((each) => [each.partition, each]));
  const startOf = (partition: number) => committed?.get(partition) ?? positions.get(partition)?.logStart ?? 0;
  const endOf = (partition: number) => positions.get(partition)?.[takesAll ? 'highWatermark' : 'lastStable'] ?? 0;
  return {
    isGiven: ({ partition, offset, fate }) =>
      committed !== null &&
      offset >= startOf(partition) &&
      offset < endOf(partition) &&
      (takesAll || fate === 'plain' || fate === 'committed'),
    reach(record) {
      if (committed === null || record === undefined) return 'the packer joins no group';
      const [start, end] = [startOf(record.partition), endOf(record.partition)];
      return `the packer goes on at offset ${start}${end <= record.offset ? `, and gets as far as ${end}` : ''}`;
    },
  };
}

const places = (records: readonly FatedRecord[]) =>
  records
    .map(({ partition, offset, fate }) => `partition ${partition}, offset ${offset}${fate === 'plain' ? '' : ` (${fate})`}`)
    .join(' and ');
