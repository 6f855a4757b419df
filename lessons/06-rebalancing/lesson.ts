import { atLeast, atMost, between, lesson } from '@proving/spec';

export default lesson({
  title: 'Rebalancing',
  question: 'Why does my group keep stopping?',
  part: 1,
  minutes: 45,
  after: ['04-consumer-groups', '05-offsets-and-delivery'],
  cluster: { shape: 'standard' },
  claims: {
    'a-blocked-event-loop-loses-the-partition':
      'A kafkajs consumer whose handler blocks the event loop for longer than the session timeout is thrown out before it can commit, and is given the same record again each time; with heartbeat() between smaller pieces of the same work it stays.',
    'idle-brokers-hide-a-slow-handler':
      'kafkajs has no timer for heartbeats, but a broker without records makes it send them: a handler that is slower than the session is thrown out when every broker has records for it, and kept when there are brokers that have none.',
    'leaving-is-faster-than-dying':
      'A member that leaves hands its partitions over at once; a killed one holds them until its session ends, under KIP-848 as well, where the brokers say how long that is, and not the client.',
    'one-slow-member-stops-everyone':
      'In the classic protocol, as kafkajs speaks it, all members stop and join again when one comes, and wait for the slowest; under KIP-848 only the newcomer joins, and the others go on.',
    'static-members-come-back':
      'A static member that is killed and comes back within its session gets its partitions again without a rebalance; without a name there is one, and after the session there are two.',
  },
  experiments: {
    '01-the-same-order-again': {
      title: 'Three seconds of work, one and a half of patience',
      proves: 'a-blocked-event-loop-loses-the-partition',
      arms: { treatment: 'in one piece', control: 'in ten pieces' },
      ask: 'Each order takes 3 s of synchronous work, in one piece. The session timeout is 1.5 s. Five orders wait. Which are the first three that the packer is given?',
      predict: {
        kind: 'choice',
        about: 'treatment',
        options: [
          { says: 'Order 1, order 2, order 3: it is late, but it gets on', when: { different: 3 } },
          { says: 'Order 1 twice, then order 2: when it has joined again, it goes on', when: { different: 2 } },
          { says: 'Order 1, order 1, order 1', when: { different: 1 } },
        ],
      },
      needs: [],
      budget: '60s',
    },
    '02-two-idle-brokers': {
      title: 'Who speaks for a handler that waits?',
      proves: 'idle-brokers-hide-a-slow-handler',
      arms: { treatment: 'led by three', control: 'led by one' },
      ask: 'A handler awaits 2 s for each order and never calls heartbeat(). The session timeout is 1 s. While one broker led all three partitions, it ran without a fault. Now each of the three brokers leads one. How many different orders are the first four that it is given?',
      predict: {
        kind: 'choice',
        about: 'treatment',
        options: [
          { says: 'Four: who leads a partition has nothing to do with heartbeats', when: { different: 4 } },
          { says: 'Three or fewer: it is thrown out, and gets an order again', when: { different: atMost(3) } },
        ],
      },
      needs: [],
      budget: '60s',
    },
    '03-the-last-word': {
      title: 'The one that left and the one that died',
      proves: 'leaving-is-faster-than-dying',
      arms: { treatment: 'killed', left: 'closed', consumer: 'killed, KIP-848' },
      ask: 'Under KIP-848 a packer is killed. All clients asked for a session of 3 s, the brokers are set to 6 s. How long do the orders of its partition wait?',
      predict: {
        kind: 'choice',
        about: 'consumer',
        options: [
          {
            says: 'A moment: the broker deals, and it saw the connection break',
            when: { bothAfterMs: atMost(1_900) },
            belief: 'W54',
          },
          { says: 'About 3 s: what the clients asked for', when: { bothAfterMs: between(1_901, 4_999) }, belief: 'W29' },
          { says: 'About 6 s: what the brokers say', when: { bothAfterMs: atLeast(5_000) } },
        ],
      },
      needs: [],
      budget: '120s',
    },
    '04-one-slow-member': {
      title: 'A fourth packer comes',
      proves: 'one-slow-member-stops-everyone',
      arms: { treatment: 'classic', quick: 'classic, all quick', consumer: 'KIP-848' },
      ask: 'Three packers own two partitions each. The third is busy with a long order when a fourth one comes. Now one order is placed in each of the six partitions. In the classic protocol, how many of the six are packed before the third has finished?',
      predict: {
        kind: 'choice',
        about: 'treatment',
        options: [
          { says: 'Five or six: the fourth takes over what the third cannot do', when: { meanwhile: atLeast(5) } },
          { says: 'Four: those of the first two packers, who have nothing else to do', when: { meanwhile: between(1, 4) } },
          { says: 'None', when: { meanwhile: 0 } },
        ],
      },
      needs: [],
      budget: '60s',
    },
    '05-killed-and-back': {
      title: 'Killed, and back',
      proves: 'static-members-come-back',
      arms: { treatment: 'same name', dynamic: 'no name', late: 'same name, too late' },
      ask: 'A packer is killed, and another process takes its place at once, under the same name. How often is its colleague called to join the group again?',
      predict: {
        kind: 'choice',
        about: 'treatment',
        options: [
          { says: 'Never', when: { joins: 0 } },
          { says: 'Once: a member went and a member came', when: { joins: 1 } },
          { says: 'Twice: once for the one that went, once for the one that came', when: { joins: atLeast(2) } },
        ],
      },
      needs: [],
      budget: '120s',
    },
  },
  refutes: ['W27', 'W28', 'W29', 'W30', 'W54'],
  card: {
    drawing: `
  heartbeat  ·  ·  ·  ·              ·  ·  ·  ·
  handler    ▌ quick ▌ blocked ▌▌▌▌▌▌▌▌ rejoin, same record
                         ├── session ──┤ thrown out

  leaves     ✕ handed over at once
  dies       ✕────── session ──────┤ handed over
  static     ✕── back in time ┤ keeps its partitions

  classic    all stop, all join, wait for the slowest
  KIP-848    one joins, the others go on`,
    remember: {
      'await heartbeat()': 'kafkajs, in the handler, between pieces of work that are shorter than the session',
      "process.once('SIGTERM', () => consumer.disconnect())": 'leave the group; who is killed instead costs a session timeout',
      'group.protocol=consumer': 'KIP-848, in Java; groupProtocol in @platformatic/kafka; not in kafkajs. Never by itself',
      'group.instance.id': 'a static member: back within its session, nobody is called',
    },
    interview:
      'A member keeps its partitions by heartbeats. In Java a thread sends them and max.poll.interval.ms limits the work; in kafkajs they are sent between fetches and records, so a long or blocking handler must call heartbeat(), or it is thrown out and gets the same record again. Raising the session timeout only makes the group wait longer for the dead: whoever is killed holds its partitions for a session, in both protocols, so processes should leave on SIGTERM. In a classic eager rebalance everybody stops and waits for the slowest member; cooperative rebalancing and KIP-848 move only what must move, and static membership avoids the rebalance at a restart.',
  },
});
