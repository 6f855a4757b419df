import { powers } from '@proving/spec';
import { afterAll, describe } from 'vitest';
import { conforms } from '../../conformance/suite.ts';
import { docker } from '../../src/docker/command.ts';
import { dockerDriver } from '../../src/docker/driver.ts';
import { composeFile, dockerFiles } from '../../src/docker/files.ts';
import { kafkaVersion } from '../../src/version.ts';

const driver = dockerDriver();
const readiness = await driver.probe();

// Where no engine answers this is not judged: skipped, and counted as skipped.
describe.skipIf(!readiness.ready)('containers', () => {
  afterAll(async () => {
    const { project, ports } = dockerFiles();
    await docker(['compose', '-p', project, '-f', composeFile, '-f', ports, 'down', '--volumes', '--timeout', '2']);
  });
  conforms(() => driver, { powers, labSettings: true, kafka: kafkaVersion });
});
