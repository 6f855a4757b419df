import { size } from '../size.ts';
import { type Finding, good, missing, note } from './finding.ts';
import type { Machine } from './machine.ts';

/** What four small JVMs of the lab take together, with room for the learner's own programs. */
export const neededMemory = 1_200 * 1024 ** 2;
/** Kafka's jars, a class-data archive and the brokers' logs. */
export const neededDisk = 1_500 * 1024 ** 2;

/** Holds a machine against what the course needs of it. */
export function judgeMachine(machine: Machine, home: string): readonly Finding[] {
  return [
    node(machine),
    pnpm(machine),
    platform(machine),
    memory(machine),
    disk(machine),
    ports(machine),
    own(machine, home),
    terminal(machine),
  ];
}

function node({ node }: Machine): Finding {
  if (Number(node.split('.')[0]) >= 24) return good('node', node);
  return missing('node', node, '24 or newer', 'npx -y pnpm@12 diagnose');
}

function pnpm({ pnpm }: Machine): Finding {
  if (pnpm === null) return note('pnpm', 'not on the PATH', null, 'npx -y pnpm@12 …, in front of each command, does without it');
  if (Number(pnpm.split('.')[0]) >= 12) return good('pnpm', pnpm);
  return note('pnpm', pnpm, '12 or newer', 'npm install --global pnpm@12');
}

function platform({ platform, arch }: Machine): Finding {
  const found = `${platform} ${arch}`;
  if (platform === 'linux' || platform === 'darwin') return good('platform', found);
  return missing(
    'platform',
    found,
    'Linux or macOS',
    platform === 'win32' ? 'wsl --install, then the same commands inside it' : 'a Linux container',
  );
}

function memory({ freeMemory }: Machine): Finding {
  const found = `${size(freeMemory)} free`;
  if (freeMemory >= neededMemory) return good('memory', found);
  return missing(
    'memory',
    found,
    `${size(neededMemory)} for four brokers and controllers`,
    'close a program that takes much memory, then pnpm diagnose',
  );
}

function disk({ freeDisk }: Machine): Finding {
  const found = `${size(freeDisk)} free`;
  if (freeDisk >= neededDisk) return good('disk', found);
  return missing('disk', found, size(neededDisk), 'PROVING_HOME=/a/folder/on/a/larger/disk pnpm diagnose');
}

function ports({ loopback }: Machine): Finding {
  if (loopback === null) return good('ports', '127.0.0.1 can be listened on; free ones are chosen');
  return missing('ports', `127.0.0.1 refuses: ${loopback}`, 'a port on 127.0.0.1', 'sudo ip link set lo up');
}

function own({ unwritable }: Machine, home: string): Finding {
  if (unwritable === null) return good('your folder', home);
  return missing(
    'your folder',
    `${home}: ${unwritable}`,
    'a folder that can be written',
    'PROVING_HOME=/a/folder/of/yours pnpm diagnose',
  );
}

function terminal({ terminal: { isTerminal, columns, colours, utf8 } }: Machine): Finding {
  if (!isTerminal) return note('terminal', 'none: text is written line by line, and nothing is asked');
  const found = `${columns} columns, ${colours} colours, ${utf8 ? 'UTF-8' : 'ASCII'}`;
  return columns >= 80 ? good('terminal', found) : note('terminal', found, '80 columns for whole figures', 'widen the window');
}
