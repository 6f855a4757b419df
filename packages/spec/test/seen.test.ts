import { expect, test } from 'vitest';
import { withSeen } from '../src/index.ts';

test.each([
  ['Broker 2 did not start.', 'exit 1', '', 'Broker 2 did not start. exit 1'],
  ['Waited 10 s for: a leader.', 'none', 'Last seen:', 'Waited 10 s for: a leader. Last seen: none'],
  [
    'The cluster is not whole: 2 of 3 brokers answer.',
    '2 of 3 brokers answer',
    'Last seen:',
    'The cluster is not whole: 2 of 3 brokers answer.',
  ],
  ['Nothing listens there.', 'Error: nothing listens there, port 9092', '', 'Error: nothing listens there, port 9092'],
  ['No cluster could be started.', 'jvm  no Java\ndocker  none', '', 'No cluster could be started.\njvm  no Java\ndocker  none'],
  ['It was interrupted.', null, '', 'It was interrupted.'],
  ['It was interrupted.', ' ', '', 'It was interrupted.'],
])('%s with %o', (what, saw, lead, text) => expect(withSeen(what, saw, lead)).toBe(text));
