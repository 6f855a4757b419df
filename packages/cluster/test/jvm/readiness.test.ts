import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { noDriver } from '../../src/errors.ts';
import { bestJdk, findJdks } from '../../src/jvm/jdk.ts';
import { readinessOf } from '../../src/jvm/readiness.ts';

const folder = mkdtempSync(join(tmpdir(), 'jdks-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const jdk = (name: string, release: string) => {
  mkdirSync(join(folder, name, 'bin'), { recursive: true });
  writeFileSync(join(folder, name, 'bin', 'java'), '');
  writeFileSync(join(folder, name, 'release'), release);
  return join(folder, name);
};
const eight = jdk('eight', 'JAVA_VERSION="1.8.0_452"\n');
const eleven = jdk('eleven', 'IMPLEMENTOR="x"\nJAVA_VERSION="11.0.27"\n');
const seventeen = jdk('seventeen', 'JAVA_VERSION="17.0.9"\n');
const newer17 = jdk('newer17', 'JAVA_VERSION="17.0.15"\n');
const twentyFive = jdk('twentyfive', 'JAVA_VERSION="25"\n');
const on = { platform: 'linux', fetched: true, maven: null } as const;

test('the newest Java is the one that runs Kafka, wherever it was found', () => {
  const found = findJdks({ JAVA_HOME: eleven, PATH: join(seventeen, 'bin') }, [
    eight,
    newer17,
    twentyFive,
    join(folder, 'none'),
    eleven,
  ]);
  expect(found.map(({ version, major }) => [version, major])).toEqual([
    ['25', 25],
    ['17.0.15', 17],
    ['17.0.9', 17],
    ['11.0.27', 11],
    ['1.8.0_452', 8],
  ]);
  expect(bestJdk(found)?.home).toBe(twentyFive);
  expect(readinessOf({ ...on, java: found })).toEqual({ ready: true });
});

test('no Java, and Java too old', () => {
  expect(readinessOf({ ...on, java: findJdks({}, []) })).toEqual({
    ready: false,
    because: 'no Java was found in JAVA_HOME, on PATH or in the usual folders; Kafka needs 17 or newer.',
    fix: 'install a JDK 17 or newer (adoptium.net, or your package manager)',
  });
  expect(readinessOf({ ...on, java: findJdks({}, [eleven]) })).toEqual({
    ready: false,
    because: `found Java 11.0.27 in ${eleven}; Kafka needs 17 or newer.`,
    fix: 'install a JDK 17 or newer (adoptium.net, or your package manager)',
  });
});

test('Maven is wanted until Kafka is fetched, and not after', () => {
  const java = findJdks({}, [seventeen]);
  expect(readinessOf({ ...on, java, fetched: false })).toEqual({
    ready: false,
    because: 'Kafka is not fetched yet, and Maven, which fetches it, was not found on PATH or in the usual folders.',
    fix: 'install Maven (maven.apache.org, or your package manager)',
  });
  expect(readinessOf({ ...on, java, fetched: false, maven: '/usr/bin/mvn' })).toEqual({ ready: true });
});

test('when no driver is ready, one error says every reason and every fix', () => {
  const error = noDriver([
    { driver: 'jvm', because: 'found Java 11 in /opt/java; Kafka needs 17 or newer.', fix: 'install a JDK' },
    { driver: 'docker', because: 'There is no docker command here.', fix: 'install Docker' },
    { driver: 'external', because: 'not asked: set PROVING_BOOTSTRAP to use your own brokers.', fix: null },
  ]);
  expect([error.code, error.exit, error.message, error.saw]).toEqual([
    'no-driver',
    3,
    'No cluster could be started.',
    `jvm       not ready: found Java 11 in /opt/java; Kafka needs 17 or newer.  Try: install a JDK
docker    not ready: There is no docker command here.  Try: install Docker
external  not asked: set PROVING_BOOTSTRAP to use your own brokers.`,
  ]);
});
