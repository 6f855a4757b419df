/** Logging of brokers and controllers: what changes, not what is configured; two files of 1 MB at most, a new one per start. */
export const serverLogging = `status = error
appender.file.type = RollingFile
appender.file.name = file
appender.file.fileName = \${sys:proving.log}
appender.file.filePattern = \${sys:proving.log}.%i
appender.file.layout.type = PatternLayout
appender.file.layout.pattern = [%d{ISO8601}] %p %m (%c{1})%n
appender.file.policies.type = Policies
appender.file.policies.start.type = OnStartupTriggeringPolicy
appender.file.policies.size.type = SizeBasedTriggeringPolicy
appender.file.policies.size.size = 1MB
appender.file.strategy.type = DefaultRolloverStrategy
appender.file.strategy.max = 1
rootLogger.level = info
rootLogger.appenderRef.file.ref = file
logger.config.name = org.apache.kafka.common.config.AbstractConfig
logger.config.level = warn
logger.server.name = kafka.server.KafkaConfig
logger.server.level = warn
`;

/** Logging of Kafka's own tools: warnings, apart from what they print. */
export const toolLogging = `status = error
appender.stderr.type = Console
appender.stderr.name = stderr
appender.stderr.target = SYSTEM_ERR
appender.stderr.layout.type = PatternLayout
appender.stderr.layout.pattern = [%d] %p %m (%c)%n
rootLogger.level = warn
rootLogger.appenderRef.stderr.ref = stderr
`;
