import { expect, test } from 'vitest';
import { makesArchive, usesArchive } from '../../src/jvm/archive.ts';
import { noJavaForRegistry } from '../../src/services/registry/errors.ts';
import { callOn, registryNamed } from '../../src/services/registry/named.ts';
import { registryArguments } from '../../src/services/registry/program.ts';

const jdk = (major: number) => ({ home: '/jdk', java: '/jdk/bin/java', version: `${major}.0.1`, major });

test('without a Java that is new enough, one message says what was found and what to do', () => {
  const what =
    'Not provable here: the schema registry needs Java 21 or newer, and the newest found is Java 17.0.1 in /jdk. Try: install a JDK 21 or newer (adoptium.net, or your package manager), or set PROVING_REGISTRY to a registry that runs already.';
  expect(noJavaForRegistry(jdk(17))).toMatchObject({ code: 'not-provable-here', exit: 2, message: what });
  expect(noJavaForRegistry(null).message).toContain('and no Java was found.');
});

test('PROVING_REGISTRY names a registry by its address, without slashes at its end', () => {
  expect([registryNamed({}), registryNamed({ PROVING_REGISTRY: '' })]).toEqual([null, null]);
  expect(registryNamed({ PROVING_REGISTRY: 'http://127.0.0.1:8081/' })).toBe('http://127.0.0.1:8081');
  expect(() => registryNamed({ PROVING_REGISTRY: '127.0.0.1:8081' })).toThrow('PROVING_REGISTRY is "127.0.0.1:8081".');
});

test('a registry that does not answer is said plainly', async () => {
  await expect(callOn('http://127.0.0.1:9')).rejects.toMatchObject({
    code: 'registry-silent',
    exit: 3,
    message: 'No schema registry answers at http://127.0.0.1:9.',
  });
});

test('it listens on loopback alone, and each Java gets the archive that it knows', () => {
  const args = registryArguments({
    app: '/app',
    port: 20_040,
    data: '/data',
    scratch: '/scratch',
    archive: usesArchive(jdk(25), '/a'),
  });
  expect(args.filter((arg) => /host=/.test(arg))).toEqual(['-Dquarkus.http.host=127.0.0.1', '-Dquarkus.management.host=127.0.0.1']);
  expect(args).toEqual(expect.arrayContaining(['-XX:AOTCache=/a', '-Djava.io.tmpdir=/scratch']));
  expect([
    makesArchive(jdk(25), '/a'),
    makesArchive(jdk(21), '/a'),
    usesArchive(jdk(21), '/a'),
    usesArchive(jdk(21), null),
  ]).toEqual([['-XX:AOTCacheOutput=/a'], ['-XX:ArchiveClassesAtExit=/a'], ['-XX:SharedArchiveFile=/a', '-Xshare:auto'], []]);
});
