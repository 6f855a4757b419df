/** What the registry's JVM is started with. */
export function registryArguments(run: {
  readonly app: string;
  readonly port: number;
  readonly data: string;
  /** An empty folder for what its libraries unpack at each start; a process that is killed takes nothing with it. */
  readonly scratch: string;
  /** What `makesArchive` or `usesArchive` said. */
  readonly archive: readonly string[];
}): readonly string[] {
  return [
    '-Xmx160m',
    '-XX:+UseSerialGC',
    '-XX:TieredStopAtLevel=1',
    '-XX:-UsePerfData',
    ...run.archive,
    '-Djava.awt.headless=true',
    `-Djava.io.tmpdir=${run.scratch}`,
    '-Dquarkus.http.host=127.0.0.1',
    `-Dquarkus.http.port=${run.port}`,
    // The management interface would listen on every address of the machine; it cannot be left out of a built application.
    '-Dquarkus.management.host=127.0.0.1',
    '-Dquarkus.management.port=0',
    '-Dquarkus.http.access-log.enabled=false',
    '-Dquarkus.banner.enabled=false',
    '-Dapicurio.storage.kind=sql',
    '-Dapicurio.storage.sql.kind=h2',
    // Without a write delay a schema outlives SIGKILL as soon as its registration was answered; with H2's own, only after seconds.
    `-Dapicurio.datasource.url=jdbc:h2:file:${run.data}/schemas;WRITE_DELAY=0`,
    // The level of subjects that have none of their own. Confluent's registry begins with BACKWARD; this one would refuse nothing.
    '-Dapicurio.rules.global.compatibility=BACKWARD',
    '-jar',
    `${run.app}/quarkus-run.jar`,
  ];
}
