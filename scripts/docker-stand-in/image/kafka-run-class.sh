#!/usr/bin/env bash
# As in the published image, classes come from an archive that was made when the image was; only the same list of jars may use it.
printf -v jars '%s:' /opt/kafka/libs/*.jar
archive=/opt/kafka/kafka.jsa
if [[ -n "${REHEARSAL-}" && "$1" == kafka.Kafka ]]; then
  shared=-XX:ArchiveClassesAtExit=$archive
elif [[ -e $archive ]]; then
  shared=-XX:SharedArchiveFile=$archive
fi
exec /opt/java/openjdk/bin/java ${KAFKA_HEAP_OPTS:--Xmx256M} ${KAFKA_JVM_PERFORMANCE_OPTS--XX:+UseG1GC} ${shared-} \
  ${KAFKA_LOG4J_OPTS:--Dlog4j2.configurationFile=/etc/kafka/docker/tools-log4j2.yaml} ${KAFKA_OPTS-} -cp "$jars" "$@"
