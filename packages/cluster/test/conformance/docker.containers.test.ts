import { powers } from '@proving/spec';
import { describe } from 'vitest';
import { conforms } from '../../conformance/suite.ts';
import { dockerDriver } from '../../src/docker/driver.ts';
import { kafkaVersion } from '../../src/version.ts';

const driver = dockerDriver();
const readiness = await driver.probe();

// Where no engine answers this is not judged: skipped, and counted as skipped.
describe.skipIf(!readiness.ready)('containers', () => {
  conforms(() => driver, { powers, labSettings: true, kafka: kafkaVersion });
});
