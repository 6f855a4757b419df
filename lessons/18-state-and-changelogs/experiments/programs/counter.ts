import { child } from '@proving/lab/child';
import { count, MemoryStore } from '@proving/lesson-17/streams';
import {
  type At,
  Copy,
  inOneTransaction,
  restored,
  run,
  type Topics,
  taskProducer,
} from '../../streams/index.ts';
import { type Act, actByAct } from '../acts.ts';

interface Given extends Topics {
  readonly transactionalId: string;
  /** By task: the group of its copy of the changelog, its own alone. */
  readonly copying: readonly string[];
  /** False: it begins with an empty store, whatever the changelog says. */
  readonly restores: boolean;
  /** Whether it copies the changelog from its start on, and not only when it takes over. */
  readonly standby: boolean;
  /** How output, state and position are brought home: null in one transaction, else act by act. */
  readonly acts: readonly Act[] | null;
  /** Where its tasks stand still, one record at a time, until it is killed: `ada 1, state`. */
  readonly standsAt: readonly string[];
}

// Counts orders by customer. It joins its group when it is told to begin, and says how far it is.
const { args, kafka, say } = child<Given>();
const joining = { sessionTimeout: 3_000, heartbeatInterval: 200 };
const plain = kafka.producer();
const admin = kafka.admin();
const consumer = kafka.consumer({ groupId: args.group, ...joining });
await Promise.all([plain.connect(), admin.connect(), consumer.connect()]);

const copy = async (partition: number) => {
  const alone = kafka.consumer({ groupId: `${args.copying[partition]}`, ...joining });
  await alone.connect();
  return Copy.begin(alone, args.changelog, (copied) => say({ copied }));
};
const standby = args.standby ? await copy(0) : null;
process.on('message', (word) => {
  if (word !== 'pause') return;
  standby?.pause();
  say('paused');
});
say('ready');
await new Promise<void>((begin) =>
  process.on('message', (word) => word === 'begin' && begin()),
);

const at: At = async (act, { output }) => {
  const place = `${output[0]?.key} ${output[0]?.value}, ${act}`;
  say(place);
  if (args.standsAt.includes(place)) await new Promise(() => undefined);
};
// #region counter
await run({
  consumer,
  from: args.from,
  processor: count,
  async take(partition) {
    const producer = await taskProducer(kafka, `${args.transactionalId}-${partition}`);
    const commit = args.acts
      ? actByAct(args.acts, { producer: plain, consumer }, args, at)
      : inOneTransaction(producer, args, at);
    const found = await restored(admin, args, standby ?? (await copy(partition)), partition);
    const state = args.restores ? found : { ...found, store: new MemoryStore(), read: 0 };
    return { ...state, commit };
  },
  atOnce: args.standsAt.length === 0 ? 500 : 1,
  together: args.copying.length,
  worked: (done) => say({ ...done }),
});
// #endregion
