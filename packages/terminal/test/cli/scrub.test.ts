import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Private, scrub } from '../../src/cli/report/scrub.ts';

const secret: Private = {
  folders: {
    '/home/maren/src/course': '<course>',
    '/home/maren/.local/share/kafka-proving-ground': '<PROVING_HOME>',
    '/home/maren': '~',
  },
  users: ['maren', 'Maren.Oltmanns'],
  hosts: ['laptop-of-maren.example.org'],
  env: {
    TERM: 'xterm-256color',
    DATABASE_URL: 'postgres://shop:hunter2@db.internal:5432/shop',
    DEPLOY_KEY: 'k9-planted-value',
    PATH: '/usr/bin:/home/maren/bin:/opt/acme-corp/bin',
    HTTPS_PROXY: 'http://proxy.acme.example:3128',
  },
};

const cases: Readonly<Record<string, readonly [said: string, kept: string]>> = {
  'a path of the course': ['at /home/maren/src/course/lessons/07/lesson.ts:3', 'at <course>/lessons/07/lesson.ts:3'],
  'a path of the learner': ['/home/maren/notes.txt', '~/notes.txt'],
  'the folder of the progress log': ['in /home/maren/.local/share/kafka-proving-ground/progress', 'in <PROVING_HOME>/progress'],
  "somebody else's home": ['/home/joost/x and /Users/ines/y', '/home/<user>/x and /Users/<user>/y'],
  'the user in any case': ['MAREN ran it; chown maren:staff', '<user> ran it; chown <user>:staff'],
  'the user inside another word': ['marengo', 'marengo'],
  'the host, long and short': ['laptop-of-maren.example.org, laptop-of-maren', '<host>, <host>'],
  'a value of the environment': ['found k9-planted-value there', 'found <DEPLOY_KEY> there'],
  'a part of a list in the environment': ['/opt/acme-corp/bin', '<PATH>'],
  'a proxy': ['via http://proxy.acme.example:3128', 'via <HTTPS_PROXY>'],
  'the kind of terminal stays': ['xterm-256color', 'xterm-256color'],
  'a password in a setting': ['sasl.password=hunter2, retries=3', 'sasl.password=<key>, retries=3'],
  'a password in JSON': ['{"password": "a b c", "x": 1}', '{"password": <key>, "x": 1}'],
  'a password in an address': ['amqp://app:s3cr3t@queue/x', 'amqp://<key>@queue/x'],
  'a folder that every machine has': ['/usr/bin', '/usr/bin'],
  'a private key': ['-----BEGIN PRIVATE KEY-----\nMIIEvQ\n-----END PRIVATE KEY-----', '<key>'],
  'a token by its form': ['ghp_0123456789abcdefABCDEF0123', '<key>'],
  'an access key id': ['AKIAABCDEFGHIJKLMNOP', '<key>'],
  'a bearer token': ['Authorization: Bearer abcdef123456', 'Authorization: Bearer <key>'],
  'a mail address': ['from maren@example.org', 'from <mail>'],
  'an address of the network': ['10.1.2.3:9092', '<address>:9092'],
  'loopback stays': ['127.0.0.1:9092', '127.0.0.1:9092'],
  'a version is no address': ['node 24.21.0', 'node 24.21.0'],
};

for (const [name, [said, kept]] of Object.entries(cases)) test(name, () => expect(scrub(said, secret)).toBe(kept));

test('no planted secret is left in any text around it', () => {
  const planted = [
    '/home/maren',
    'k9-planted-value',
    'laptop-of-maren.example.org',
    'http://proxy.acme.example:3128',
    'hunter2@db.internal',
  ];
  fc.assert(
    fc.property(fc.string(), fc.constantFrom(...planted), fc.string(), (before, plant, after) => {
      expect(scrub(`${before} ${plant} ${after}`, secret)).not.toContain(plant);
    }),
  );
});
