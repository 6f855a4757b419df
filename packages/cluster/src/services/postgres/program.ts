import { superuser } from './state.ts';

/** What makes a data folder; 40 MB, half a second on a quiet machine. */
export const initdbArguments = (folder: string, password: string): readonly string[] => [
  `--pgdata=${folder}`,
  `--username=${superuser}`,
  '--auth=scram-sha-256',
  `--pwfile=${password}`,
  '--encoding=UTF8',
  '--locale=C',
  '--no-sync',
  '--no-instructions',
];

/** What the server is started with: one address, no socket in a folder that others share. */
export const postgresArguments = (folder: string, port: number): readonly string[] => [
  '-D',
  folder,
  '-p',
  String(port),
  ...[
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    // A killed process loses nothing that was committed, its pages are the system's. A power cut may; then it is made anew.
    'fsync=off',
    'shared_buffers=16MB',
    'max_connections=40',
    // For the outbox: what is committed can be read from its log.
    'wal_level=logical',
    'timezone=UTC',
    'log_timezone=UTC',
  ].flatMap((setting) => ['-c', setting]),
];
