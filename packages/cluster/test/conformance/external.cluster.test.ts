import { afterAll } from 'vitest';
import { conforms } from '../../conformance/suite.ts';
import type { Cluster } from '../../src/driver.ts';
import { externalDriver } from '../../src/external/driver.ts';
import { jvmDriver } from '../../src/jvm/driver.ts';
import { kafkaVersion } from '../../src/version.ts';

let brokers: Cluster;
afterAll(() => brokers?.[Symbol.asyncDispose]());

/** The brokers of this machine, met as a stranger meets them: by their addresses alone. */
async function strangers() {
  brokers = await jvmDriver.start('standard', () => {});
  return externalDriver({ ...process.env, PROVING_BOOTSTRAP: brokers.bootstrap.join(',') });
}

conforms(strangers, { powers: [], labSettings: true, kafka: kafkaVersion.split('.').slice(0, 2).join('.') });
