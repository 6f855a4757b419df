/**
 * How a command shows itself. Chosen once, before anything is drawn and before Ink is loaded.
 * `accessible` is the plain text with questions: nothing printed is ever repainted. `plain` asks nothing.
 */
export type Mode = 'ink' | 'accessible' | 'plain' | 'json';

type Env = Readonly<Record<string, string | undefined>>;

/** Below this width a figure cannot be drawn; the text still wraps. */
export const narrowest = 50;

export function chooseMode(
  flags: { readonly plain: boolean; readonly json: boolean },
  streams: { readonly stdin: boolean; readonly stdout: boolean; readonly columns: number },
  env: Env,
): Mode {
  if (flags.json) return 'json';
  if (flags.plain || !streams.stdout || !streams.stdin || isSet(env['CI'])) return 'plain';
  if (isSet(env['ACCESSIBLE']) || isSet(env['INK_SCREEN_READER']) || env['TERM'] === 'dumb') return 'accessible';
  return streams.columns < narrowest ? 'accessible' : 'ink';
}

const isSet = (value: string | undefined) => value !== undefined && value !== '' && value !== '0' && value !== 'false';
