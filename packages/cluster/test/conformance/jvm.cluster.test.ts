import { powers } from '@proving/spec';
import { conforms } from '../../conformance/suite.ts';
import { jvmDriver } from '../../src/jvm/driver.ts';
import { kafkaVersion } from '../../src/version.ts';

conforms(() => jvmDriver, { powers, labSettings: true, kafka: kafkaVersion });
