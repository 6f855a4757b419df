import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The Maven file that pins Kafka; the class path is resolved from it. */
export const pomFile = fileURLToPath(new URL('../kafka/pom.xml', import.meta.url));

/** The pinned version of Apache Kafka, `4.3.1`. Its only home is `kafka/pom.xml`. */
export const kafkaVersion: string = pinOf(readFileSync(pomFile, 'utf8'));

function pinOf(pom: string): string {
  const pin = /<kafka\.version>([^<]+)<\/kafka\.version>/.exec(pom)?.[1];
  if (pin === undefined) throw new Error(`${pomFile} has no <kafka.version>`);
  return pin;
}
