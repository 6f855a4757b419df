import { fileURLToPath } from 'node:url';

/** The Maven file of Kafka Streams. Its version is Kafka's own, from `kafka/pom.xml`. */
export const streamsPom = fileURLToPath(new URL('../../../streams/pom.xml', import.meta.url));

/** The Java class that runs a lesson's own, and ends with this process. */
export const keptSource = fileURLToPath(new URL('../../../streams/Kept.java', import.meta.url));

/** The application that is run once, for the archive of classes. */
export const rehearsalSource = fileURLToPath(new URL('../../../streams/Rehearsal.java', import.meta.url));
