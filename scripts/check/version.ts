import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesIn, isCode } from '../house/files.ts';
import type { Rule } from '../house/rule.ts';

const exempt = /^notes\/|^CHANGELOG\.md$|\/traces\/|\/test\/|^pnpm-lock\.yaml$|(^|\/)package\.json$/;
/** `kafka:4.3.1`, `Kafka 4.3.1`, `kafka.version>4.3.1`, `kafkaVersion = '4.3.1'`; not the version of a client. */
const literal = /(?<![\w@/])(?:apache\/|org\.apache\.)?kafka(?:[._-]?version|_2\.1\d)?[^\w\n]{0,6}(\d+\.\d+\.\d+)\b/gi;

export const version: Rule = {
  name: 'version',
  why: 'moving to the next Kafka is one line in pom.xml, and a second literal would stay behind',
  async check(root) {
    const pin = pinOf(root);
    const files = filesIn(root, (path) => !exempt.test(path) && (isCode(path) || /\.(ya?ml|xml|md)$/.test(path)));
    return files.flatMap(({ path, lines }) =>
      lines.flatMap((line, i) =>
        [...line.matchAll(literal)]
          .filter(([, named]) => named !== pin)
          .map(([, named]) => ({
            path,
            line: i + 1,
            what: `says Kafka ${named}; the pin is ${pin}`,
            do: 'take the version from packages/cluster/kafka/pom.xml',
          })),
      ),
    );
  },
};

function pinOf(root: string): string | undefined {
  const pom = readFileSync(join(root, 'packages/cluster/kafka/pom.xml'), 'utf8');
  return /<kafka\.version>([^<]+)</.exec(pom)?.[1];
}
