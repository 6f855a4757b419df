import { exercise, type Lab } from '@proving/lab';
import lesson from '../lesson.ts';
import { type Packer, type Started, start } from './packers.ts';

interface UnderTest {
  send(orders: string[]): Promise<void>;
  start(ship: (order: string) => Promise<void>): Promise<Started>;
}

// The learner's test is the thing under test: it is run with the right packer and with each broken one, on a new topic and a new group.
// What it says of the first one that it gets wrong is the verdict.
export default exercise<UnderTest>(lesson, {
  async observe(test, lab) {
    const says: Record<string, 'passes' | 'fails' | 'hangs'> = {};
    const evidence: string[] = [];
    for (const [packer, name] of Object.entries(names) as [Packer, string][]) {
      const { verdict, because } = await said(test, packer, lab);
      says[packer] = verdict;
      evidence.push(`${name}: your test ${verdict}${because === '' ? '' : `, ${because}`}`);
      if (verdict !== (packer === 'right' ? 'passes' : 'fails')) break;
    }
    return { ...says, evidence };
  },

  tasks: [
    {
      id: 'passes-for-the-right-one',
      title: 'your test passes for the right packer',
      expect: { right: 'passes' },
      mistakes: {
        'counts-the-attempt': {
          when: { right: 'fails' },
          say: 'Your test fails for the right packer. Look at what it counts: a parcel is one that left the house. A try that your own `ship` has thrown out of is none, and a test that nobody can pass rejects nothing.',
        },
      },
      hints: [
        'What does the right packer do in your test, and which of it do you call wrong?',
        'A test that cannot pass says as little as one that cannot fail (see 35.7).',
        'Look at when your `ship` notes an order, and at whether you wait with `atRest` before you look.',
        'Throw first, and note the order behind that: `if (…) throw …; shipped.push(order);`. Only what was noted has been shipped.',
      ],
    },
    {
      id: 'fails-where-nothing-is-shipped',
      title: 'it fails for a packer that ships nothing',
      expect: { shipsNothing: 'fails' },
      mistakes: {
        'asserts-in-ship': {
          when: { shipsNothing: 'passes' },
          say: 'The packer shipped nothing, and your test passes. What is asserted inside `ship` is asserted when somebody calls it, and nobody did.',
        },
      },
      hints: [
        'Which line of your test is run when nothing is shipped?',
        'An assertion in a callback holds for each call, also for none (see 35.3).',
        'Look at the last lines of your test, behind the waiting.',
        'Keep what was shipped in a list, and behind `atRest` `assert.deepEqual(shipped, [all three])`: an empty list is not equal to it.',
      ],
    },
    {
      id: 'fails-where-an-order-comes-again',
      title: 'it fails for a packer that ships an order again after a restart',
      expect: { commitsItsOwn: 'fails' },
      mistakes: {
        'never-restarts': {
          when: { commitsItsOwn: 'passes' },
          say: 'All three orders were shipped once, and your test ends there. The position that this packer leaves behind is wrong, and only the next packer shows it.',
        },
      },
      hints: [
        'Whom does a wrong position harm: the packer that commits it, or another one?',
        'What a commit means is what the next one is given (see 35.2).',
        'Behind the first `atRest`: stop it, and start a second one with the same `ship`.',
        '`const second = await start(ship); await second.atRest();`, then compare the list: whatever came again stands in it twice.',
      ],
    },
    {
      id: 'fails-where-an-order-is-lost',
      title: 'it fails for a packer that loses the order over which it crashes',
      expect: { commitsFirst: 'fails' },
      mistakes: {
        'never-crashes': {
          when: { commitsFirst: 'passes' },
          say: 'You stop the packer between two orders. There its position and its parcels agree, whichever of them it does first. It has to die in between.',
        },
      },
      hints: [
        'Between which two acts does this packer do its harm, and how could your test be there?',
        'The effect is yours: `ship` is called in the middle of the packer’s work (see 35.6, where a fault is made on purpose).',
        'Look at `ship`: it can throw, once, over an order of your choice.',
        'Throw over order 2 the first time, wait with `atRest` until it has crashed, start a second one: order 2 must be shipped by it.',
      ],
    },
  ],
});

const names: Readonly<Record<Packer, string>> = {
  right: 'the right packer',
  shipsNothing: 'one that ships nothing',
  commitsItsOwn: 'one that commits the offset that it has done',
  commitsFirst: 'one that commits before it ships',
};

/** One run of the learner's test. */
async function said(test: (given: UnderTest) => Promise<unknown>, packer: Packer, lab: Lab) {
  const { kafka } = lab;
  const orders = await lab.topic();
  const { leader } = await orders.partition(0);
  const place = { kafka, topic: orders.name, group: lab.group('packers'), leader };
  const producer = await lab.connect(kafka.producer());
  const started: Started[] = [];
  let over: { readonly verdict: 'passes' | 'fails'; readonly because: string } | null = null;
  const given: UnderTest = {
    async send(values) {
      await producer.send({ topic: place.topic, messages: values.map((value) => ({ value })) });
    },
    async start(ship) {
      const one = await start(packer, place, ship);
      started.push(one);
      return one;
    },
  };
  void Promise.try(test, given).then(
    () => {
      over = { verdict: 'passes', because: '' };
    },
    (error: unknown) => {
      over = { verdict: 'fails', because: firstLine(error) };
    },
  );
  const ended = await lab
    .eventually(`your test has an answer about ${names[packer]}`, () => over, {
      giveUpAfter: '20s',
    })
    .catch(() => null);
  for (const each of started) await each.stop();
  return ended ?? { verdict: 'hangs' as const, because: 'it had no answer after 20 s' };
}

const firstLine = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split('\n')[0]?.replace(/:$/, '') ??
  '';
