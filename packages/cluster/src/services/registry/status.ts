import { type Files, registryFiles } from '../../jvm/files.ts';
import { bestJdk, findJdks, type Jdk } from '../../jvm/jdk.ts';
import { processOf } from '../../jvm/member-state.ts';
import { residentBytes, stateOf } from '../../processes.ts';
import { haveRegistry } from './fetch.ts';
import { registryNamed } from './named.ts';
import { apiOf, readRegistry } from './state.ts';
import { registryJava, registryVersion } from './version.ts';

/** The registry that runs beside the brokers of this machine. */
export interface RegistryStatus {
  readonly is: 'up' | 'frozen' | 'killed';
  readonly version: string;
  readonly java: string;
  readonly url: string;
  readonly port: number;
  readonly pid: number | null;
  readonly residentBytes: number | null;
}

/** Null: none was asked for since the cluster was started. */
export function registryStatus(files: Files): RegistryStatus | null {
  const state = readRegistry(files);
  const process = processOf(files, 'registry');
  if (state === null || process === null) return null;
  const is = ({ running: 'up', frozen: 'frozen', gone: 'killed' } as const)[stateOf(process)];
  const { version, java, port } = state;
  const alive = is !== 'killed';
  return {
    is,
    version,
    java,
    url: apiOf(port),
    port,
    pid: alive ? process.pid : null,
    residentBytes: alive ? residentBytes(process) : null,
  };
}

/** What this machine has for a registry. */
export interface RegistryProbe {
  /** What `PROVING_REGISTRY` names; null: nothing. */
  readonly named: string | null;
  readonly version: string;
  readonly fetched: boolean;
  /** The Java that it would run on; null: none here is new enough. */
  readonly runsOn: Pick<Jdk, 'version' | 'home'> | null;
  /** The oldest Java that would do: 21. */
  readonly oldestJava: number;
}

export function probeRegistry(): RegistryProbe {
  const jdk = bestJdk(findJdks(), registryJava);
  return {
    named: registryNamed(),
    version: registryVersion,
    fetched: haveRegistry(registryFiles(registryVersion)),
    runsOn: jdk && { version: jdk.version, home: jdk.home },
    oldestJava: registryJava,
  };
}
