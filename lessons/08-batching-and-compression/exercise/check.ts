import { atLeast, atMost, between, exercise, type ReadRecord } from '@proving/lab';
import kafkajs, { type Kafka, type Message } from 'kafkajs';
import '../experiments/codecs.ts';
import { pageView } from '../experiments/page-views.ts';
import { produced } from '../experiments/produced.ts';
import lesson from '../lesson.ts';

interface Stream {
  readonly kafka: Kafka;
  readonly topic: string;
  readonly views: Iterable<Message>;
}

const howMany = 100_007;
const enough = 400;

// The learner's client is kafkajs as it comes: the kit's own would remember every record. All that it
// sends passes a proxy, where requests are counted and weighed; what was stored, the log says. Whoever
// has made four times the requests allowed is not waited for.
export default exercise<Stream>(lesson, {
  async observe(program, lab) {
    const [one, two, three] = lab.cluster.brokers;
    if (!one || !two || !three) throw new Error('the standard cluster has three brokers');
    const assignment = [
      [one, two, three],
      [two, three, one],
      [three, one, two],
    ];
    const topic = await lab.topic({ title: 'page-views', assignment });
    const proxies = await Promise.all([one, two, three].map((broker) => lab.proxy(broker)));
    const kafka = new kafkajs.Kafka({
      brokers: [...lab.cluster.proxied],
      logLevel: kafkajs.logLevel.NOTHING,
    });

    const requests = () => proxies.reduce((sum, proxy) => sum + produced(proxy), 0);
    let stopped: string | null = null;
    let over = false;
    const running = program({ kafka, topic: topic.name, views: pageViews() })
      .catch((failure) => {
        if (failure?.type !== 'MESSAGE_TOO_LARGE' && requests() < enough) throw failure;
        stopped = failure?.type ?? null;
      })
      .finally(() => {
        over = true;
      });
    const done = lab.eventually('the program has ended', () => over || requests() >= enough, {
      giveUpAfter: '50s',
    });
    await Promise.race([running, done]);
    const spent = requests();
    for (const proxy of proxies) proxy.swallowRequests('Produce', Number.POSITIVE_INFINITY);
    if (over) await running;

    const log = await lab.readAll(topic, { giveUpAfter: '30s' });
    const stored = new Set(log.map(({ value }) => value)).size;
    const bytes = proxies
      .flatMap(({ seen }) => seen.filter(({ api }) => api === 'Produce'))
      .reduce((sum, each) => sum + each.bytes, 0);
    const visitors = Map.groupBy(log, ({ value }) => visitorIn(String(value)));
    const torn = [...visitors].filter(([, theirs]) => isTorn(theirs));
    return {
      stopped,
      requests: spent,
      viewsPerRequest: Math.floor(log.length / Math.max(1, spent)),
      missing: howMany - stored,
      twice: log.length - stored,
      megabytes: Math.ceil(bytes / 1e6),
      torn: torn.length,
      evidence: [
        `${spent} produce requests, ${(bytes / 1e6).toFixed(1)} MB`,
        `${log.length} records in the log`,
        ...torn.slice(0, 1).map(([visitor]) => `${visitor}: not in one partition and in order`),
      ],
    };
  },

  tasks: [
    {
      id: 'few-requests',
      title: 'at most 100 produce requests are made',
      expect: { requests: atMost(100) },
      mistakes: {
        'one-per-send': {
          when: { viewsPerRequest: atMost(1) },
          say: 'Each page view travelled in a request of its own. Whether each is awaited or many are under way at once changes nothing in that: a request carries what one send was given.',
        },
        'small-sends': {
          when: { requests: between(101, 399), viewsPerRequest: atLeast(2) },
          say: 'The page views travel together, and still in too many requests. The topic has three partitions on three brokers, so each of your sends becomes three requests.',
        },
      },
      hints: [
        'How many page views does one of your sends carry?',
        'In kafkajs a send is the batch: what is not in the same send does not travel together (see 08.3).',
        'Collect page views in an array, and send the array when it is long enough. Count three requests for each send, one for each leader.',
        '`messages.push(view); if (messages.length === 5_000) await send(messages.splice(0));`: 21 sends, 63 requests.',
      ],
    },
    {
      id: 'all-stored',
      title: 'all 100,007 page views are in the log, each once',
      expect: { missing: 0, twice: 0 },
      mistakes: {
        'giant-sends': {
          when: { stopped: 'MESSAGE_TOO_LARGE' },
          say: 'The brokers refused with MESSAGE_TOO_LARGE: a batch may have 1,048,588 bytes as it arrives, and yours had more. Nothing of it was stored.',
        },
        'rest-forgotten': {
          when: { stopped: null, missing: between(1, 50_000), twice: 0 },
          say: 'The last page views are not in the log. When the stream ended some were still waiting for their send to become full.',
        },
      },
      hints: [
        'What happens to the page views that are left when the loop ends? And did a broker refuse anything?',
        'A batch has a limit, max.message.bytes (see 08.7); and a half-full batch is sent by somebody or by nobody (see 08.4).',
        'After the loop: one more send for the rest. Within it: no send of more than some thousand page views.',
        '`if (messages.length > 0) await send(messages);` after the loop. A lingering producer has its clock for that, and `flush()`.',
      ],
    },
    {
      id: 'few-bytes',
      title: 'they travel in at most 4 MB',
      expect: { megabytes: atMost(4) },
      mistakes: {
        unpacked: {
          when: { megabytes: atLeast(15) },
          say: 'Some seventeen megabytes travelled, about what the page views measure as JSON. They repeat each other almost word for word, and nobody packed them.',
        },
      },
      hints: [
        'What do two page views have in common?',
        'A codec packs a batch as a whole, and your batches are large now (see 08.5).',
        'It is an option of `producer.send`, beside `topic` and `messages`.',
        '`compression: kafkajs.CompressionTypes.GZIP`: page views in large batches shrink to about a tenth.',
      ],
    },
    {
      id: 'visitors-in-order',
      title: "each visitor's page views lie in one partition, in their order",
      expect: { torn: 0 },
      mistakes: {
        'key-dropped': {
          when: { torn: atLeast(100) },
          say: 'Visitors have their page views in several partitions. Each message came with the visitor as its key, and the records in the log have lost it: a batch saves requests, it does not say what belongs together.',
        },
      },
      hints: [
        'What does a record in the log still know of its visitor?',
        'The key chooses the partition (lesson 03), in a batch as well as alone.',
        'Look at how a message gets from `views` into `messages`.',
        'Pass the message on as it is, with its key: `messages.push(view)`.',
      ],
    },
  ],
});

function* pageViews(): Generator<Message> {
  for (let n = 0; n < howMany; n++) {
    const value = pageView(n);
    yield { key: visitorIn(value), value };
  }
}

const visitorIn = (view: string) => String((JSON.parse(view) as { visitor: string }).visitor);
const timeIn = (view: string) => String((JSON.parse(view) as { at: string }).at);

function isTorn(theirs: readonly ReadRecord[]): boolean {
  if (new Set(theirs.map(({ partition }) => partition)).size > 1) return true;
  const times = theirs.map(({ value }) => timeIn(String(value)));
  return times.some((time, i) => time < (times[i - 1] ?? ''));
}
