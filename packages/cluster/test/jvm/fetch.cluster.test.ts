import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, expect, test } from 'vitest';
import { kafkaFiles } from '../../src/jvm/files.ts';
import { bestJdk, findJdks, type Jdk } from '../../src/jvm/jdk.ts';
import { fetchJars, findMaven, haveJars } from '../../src/jvm/maven.ts';
import { kafkaVersion } from '../../src/version.ts';

// Maven itself, with a network that refuses: a mirror of everything at a port where nobody listens.
const scene = mkdtempSync(join(tmpdir(), 'fetch-'));
afterAll(() => rmSync(scene, { recursive: true, force: true }));
afterEach(() => {
  delete process.env['MAVEN_OPTS'];
});

const jdk = bestJdk(findJdks()) as Jdk;
const maven = findMaven() as string;
const kafka = kafkaFiles(scene);

test('without the network and with nothing cached, one error says so', async () => {
  useCache(join(scene, 'empty-cache'), 'cut off');
  await expect(fetchJars(kafka, maven, jdk.home, () => {})).rejects.toMatchObject({
    name: 'Plain',
    code: 'maven-offline',
    exit: 3,
    message: `Kafka ${kafkaVersion} could not be fetched, and Maven's cache does not hold all of it.`,
    saw: expect.stringMatching(/\S/),
    fix: expect.stringMatching(/^connect to the network/),
  });
  expect(haveJars(kafka)).toBe(false);
});

test('without the network the jars come from what Maven has cached', async () => {
  useCache(join(scene, 'cache'), 'with the network');
  await fetchJars(kafkaFiles(join(scene, 'first')), maven, jdk.home, () => {});
  useCache(join(scene, 'cache'), 'cut off');
  const told: string[] = [];
  await fetchJars(kafka, maven, jdk.home, ({ doing }) => told.push(doing));
  expect(haveJars(kafka)).toBe(true);
  expect(told[0]).toBe(`Fetching Kafka ${kafkaVersion} from Maven Central`);
});

test('a jar that was cut short is seen', () => {
  truncateSync(join(kafka.libs, `kafka-clients-${kafkaVersion}.jar`), 1_000);
  expect(haveJars(kafka)).toBe(false);
});

/** Gives Maven a cache of the test's own; the learner's may be warm or cold, and is left alone. */
function useCache(cache: string, network: 'with the network' | 'cut off'): void {
  const user = join(scene, 'user');
  mkdirSync(join(user, '.m2'), { recursive: true });
  const nowhere = '<mirrors><mirror><id>nowhere</id><mirrorOf>*</mirrorOf><url>http://127.0.0.1:1/</url></mirror></mirrors>';
  const settings = `<settings><localRepository>${cache}</localRepository>${network === 'cut off' ? nowhere : ''}</settings>`;
  writeFileSync(join(user, '.m2', 'settings.xml'), settings);
  process.env['MAVEN_OPTS'] = `-Duser.home=${user}`;
}
