import { type Finding, good, missing, note } from './finding.ts';
import type { Machine } from './machine.ts';

/** Holds a machine against what every command of the course needs of it. */
export function judgeMachine(machine: Machine, home: string): readonly Finding[] {
  return [node(machine), pnpm(machine), platform(machine), own(machine, home), ports(machine), terminal(machine)];
}

function node({ node }: Machine): Finding {
  if (Number(node.split('.')[0]) >= 24) return good('node', node);
  return missing('node', node, '24 or newer', 'npx -y pnpm@12 diagnose');
}

function pnpm({ pnpm }: Machine): Finding {
  if (pnpm === null) return note('pnpm', 'not on the PATH; npx brings it', null, 'npm install --global pnpm@12 saves that second');
  if (Number(pnpm.split('.')[0]) >= 12) return good('pnpm', pnpm);
  return note('pnpm', pnpm, '12 or newer', 'npm install --global pnpm@12');
}

function platform({ platform, arch }: Machine): Finding {
  const found = `${platform} ${arch}`;
  if (platform === 'linux' || platform === 'darwin') return good('platform', found);
  return missing('platform', found, 'Linux or macOS', platform === 'win32' ? 'wsl --install' : 'docker run -it node:24 bash');
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

function ports({ loopback }: Machine): Finding {
  if (loopback === null) return good('loopback', 'ports on 127.0.0.1 can be opened');
  return missing('loopback', `127.0.0.1 refuses: ${loopback}`, 'a port on 127.0.0.1', 'sudo ip link set lo up');
}

function terminal({ terminal: { isTerminal, columns, colours, utf8 } }: Machine): Finding {
  if (!isTerminal) return note('terminal', 'none: text is written line by line, and nothing is asked');
  const found = `${columns} columns, ${colours} colours, ${utf8 ? 'UTF-8' : 'ASCII'}`;
  return columns >= 80 ? good('terminal', found) : note('terminal', found, '80 columns for whole figures', 'widen the window');
}
