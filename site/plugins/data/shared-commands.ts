/** What a learner types before anything else. */
const learnerSets = `export PROVING_BOOTSTRAP=kafka-1.example.org:9092,kafka-2.example.org:9092
export PROVING_PREFIX=ada
export PROVING_SASL_MECHANISM=scram-sha-256
export PROVING_SASL_USERNAME=ada
export PROVING_SASL_PASSWORD=engine
npx -y pnpm@12 diagnose`;

/** Brokers behind TLS. */
const behindTls = `export PROVING_TLS=1
export PROVING_TLS_CA=class-ca.pem`;

/** The rights of one learner. Tried: with these, and with no others, the experiments below run. */
const rights = `# In bash; zsh would take $class for one word.
class="--bootstrap-server kafka-1.example.org:9092 --command-config teacher.properties"
ada="--allow-principal User:ada --resource-pattern-type prefixed"

kafka-acls.sh $class --add $ada --topic ada- \\
  --operation Create --operation Delete --operation Alter --operation AlterConfigs \\
  --operation Describe --operation Read --operation Write
kafka-acls.sh $class --add $ada --group ada- \\
  --operation Read --operation Describe --operation Delete
kafka-acls.sh $class --add $ada --transactional-id ada- \\
  --operation Write --operation Describe`;

/** Ends a class. */
const cleanUp = `kafka-topics.sh $class --delete --topic 'ada-.*'
kafka-groups.sh $class --list | grep ^ada-
kafka-consumer-groups.sh $class --delete --group ada-packer-7f3a
kafka-acls.sh $class --remove --force --resource-pattern-type prefixed \\
  --topic ada- --group ada- --transactional-id ada-`;

/** What is typed, by learners and by whoever runs the brokers. */
export const commands = { learnerSets, behindTls, rights, cleanUp } as const;
export type CommandName = keyof typeof commands;
