import { atLeast, between, exercise, type Shop } from '@proving/lab';
import lesson from '../lesson.ts';
import { night, type Payment } from './night.ts';

interface Night extends Shop {
  readonly log: readonly Payment[];
}

// The night is real: a producer sends payments through proxies that lose some answers and some requests. What a copy is, is
// worked out from the log itself. Then the program reports, and the answer to its first request is lost.
export default exercise<Night>(lesson, {
  async observe(program, lab) {
    const payments = await lab.topic({ title: 'payments' });
    const report = await lab.topic({ title: 'report' });
    const proxies = await Promise.all(lab.cluster.brokers.map((broker) => lab.proxy(broker)));
    const log = await night(lab, payments, proxies);

    const { leader } = await report.partition(0);
    const lost = proxies.find(({ broker }) => broker === leader)?.dropResponses('Produce', 1);
    const kafka = lab.kafkaWith({ brokers: [...lab.cluster.proxied], requestTimeout: 2_000 });
    await program({ kafka, topic: report.name, log });
    await report.isReplicated();

    const written = (await lab.readAll(report)).map(({ value }) => `${value}`);
    const named = [...new Set(written)];
    const twice = named.filter(
      (place) => written.indexOf(place) !== written.lastIndexOf(place),
    );
    const missed = log.filter(
      (record) => isCopy(record, log) && !named.includes(place(record)),
    );
    const accused = named.filter(
      (each) => !log.some((r) => place(r) === each && isCopy(r, log)),
    );
    const accusedAs = accused.map((each) =>
      kindOf(
        log.find((r) => place(r) === each),
        log,
      ),
    );
    const count = (kind: string) => accusedAs.filter((each) => each === kind).length;

    return {
      copies: log.filter((record) => isCopy(record, log)).length,
      answersLost: lost?.struck ?? 0,
      missed: missed.length,
      originals: count('the original'),
      lonelyRetries: count('a retry, and the only record of its payment'),
      purchases: count('a payment of its own'),
      noSuchPlace: count('no place in the log'),
      reportedTwice: twice.length,
      evidence: [
        ...missed.map(
          (r) => `${place(r)} ${r.payment}, attempt ${r.attempt}: a copy, not reported`,
        ),
        ...accused.map((each, i) => `${each}: reported, but it is ${accusedAs[i]}`),
        ...twice.map((each) => `${each}: in the report more than once`),
      ].slice(0, 3),
    };
  },

  tasks: [
    {
      id: 'all-found',
      title: 'every copy is reported',
      expect: { copies: atLeast(4), missed: 0 },
      mistakes: {
        'the-first': {
          when: { originals: atLeast(1) },
          say: 'You reported the record that was stored first, and kept the later one. The first one is the payment; whoever acted on the log has acted on it already.',
        },
        'in-parallel': {
          when: { missed: 1, reportedTwice: 1, originals: 0 },
          say: 'You knew the copy and sent it, your send succeeded, and it is not in the log, while another one is there twice. Several sends were open when an answer was lost.',
        },
        'last-only': {
          when: { missed: between(1, 2), reportedTwice: 0, originals: 0 },
          say: 'One payment was stored three times, because two answers were lost. That makes two copies, and you reported one of them.',
        },
      },
      hints: [
        'Which field of a record stays the same, however often and whenever it is sent again?',
        'Bytes, attempts and neighbours do not tell; the name does (see 09.7).',
        'Change the condition in `log.filter`: it has to remember every name that came before, not only the last record.',
        'Keep a `Set` of the payments seen; a record whose `payment` is in it is a copy. All records of a payment lie in one partition, so the first you meet is the one stored first.',
      ],
    },
    {
      id: 'nothing-else',
      title: 'nothing is reported that is not a copy',
      expect: { originals: 0, lonelyRetries: 0, purchases: 0, noSuchPlace: 0 },
      mistakes: {
        'every-retry': {
          when: { lonelyRetries: atLeast(1), purchases: 0 },
          say: 'You reported records with attempt 2 that are the only ones of their payment. Their first request was lost, so the second is the payment.',
        },
        'same-amount': {
          when: { purchases: atLeast(1) },
          say: 'You reported payments that a customer has really made: the same customer, the same amount, another payment.',
        },
      },
      hints: [
        'Take a record that you reported and that is none. What did your rule see in it?',
        'A retry is a copy only if an earlier try was stored; and equal content is not the same event (see 09.7).',
        'The condition in `log.filter` may look at one field alone.',
        '`payment` decides: reported is a record whose `payment` was seen before, whatever its attempt, customer or cents.',
      ],
    },
    {
      id: 'reported-once',
      title: 'each copy is in the report once, although an answer was lost',
      expect: { answersLost: 1, reportedTwice: 0 },
      mistakes: {
        'own-copy': {
          when: { reportedTwice: 1 },
          say: 'Your report has a copy in it. The answer to your first request was lost, and your client sent it again; nothing told the leader that it was the same.',
        },
      },
      hints: [
        'Who sent that record a second time: your code, or your client?',
        'A client’s retry is recognised if its records are numbered (see 09.2).',
        'The setting is where the producer is made.',
        '`kafka.producer({ idempotent: true })`, and one send open at a time, best one send with all messages: then the retry carries the number that the leader has.',
      ],
    },
  ],
});

const place = ({ partition, offset }: Payment) => `${partition}:${offset}`;

const sameAs = ({ payment }: Payment, log: readonly Payment[]) =>
  log.filter((other) => other.payment === payment);

const isCopy = (record: Payment, log: readonly Payment[]) =>
  sameAs(record, log).some(({ offset }) => offset < record.offset);

function kindOf(record: Payment | undefined, log: readonly Payment[]): string {
  if (!record) return 'no place in the log';
  if (sameAs(record, log).length > 1) return 'the original';
  return record.attempt > 1
    ? 'a retry, and the only record of its payment'
    : 'a payment of its own';
}
