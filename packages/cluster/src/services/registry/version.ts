import { fileURLToPath } from 'node:url';
import { pinOf } from '../../version.ts';

/** The Maven file that pins the registry. */
export const registryPom = fileURLToPath(new URL('../../../registry/pom.xml', import.meta.url));

/** The pinned version of Apicurio Registry. Its only home is `registry/pom.xml`. */
export const registryVersion: string = pinOf(registryPom, 'registry.version');

/** Apicurio Registry 3 is built for this Java and newer (its jars' class files say so). */
export const registryJava = 21;
