import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

/** Where on the machine a process listens, as Linux writes it: the address in hexadecimal. */
export function listening(pid: number): readonly string[] {
  const own = new Set(readdirSync(`/proc/${pid}/fd`).map((fd) => socketOf(`/proc/${pid}/fd/${fd}`)));
  return ['tcp', 'tcp6'].flatMap((kind) =>
    readFileSync(`/proc/${pid}/net/${kind}`, 'utf8')
      .split('\n')
      .map((line) => line.trim().split(/\s+/))
      .flatMap(([, local = '', , state, , , , , , inode = '']) =>
        state === '0A' && own.has(inode) ? [local.split(':')[0] as string] : [],
      ),
  );
}

function socketOf(fd: string): string | undefined {
  try {
    return /^socket:\[(\d+)\]$/.exec(readlinkSync(fd))?.[1];
  } catch {
    return undefined;
  }
}

/** 127.0.0.1, and the same as IPv6 writes it. */
export const loopback = ['0100007F', '0000000000000000FFFF00000100007F'];
