import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The Maven file that pins Kafka; the class path is resolved from it. */
export const pomFile = fileURLToPath(new URL('../kafka/pom.xml', import.meta.url));

/** The pinned version of Apache Kafka, `4.3.1`. Its only home is `kafka/pom.xml`. */
export const kafkaVersion: string = pinOf(pomFile, 'kafka.version');

/** The version that a Maven file names as that property. */
export function pinOf(pom: string, property: string): string {
  const pin = new RegExp(`<${property}>([^<]+)</`).exec(readFileSync(pom, 'utf8'))?.[1];
  if (pin === undefined) throw new Error(`${pom} has no <${property}>`);
  return pin;
}
