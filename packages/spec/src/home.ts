/**
 * Where everything lives that is the learner's and not the course's: progress, clusters, backups. `PROVING_HOME`, else the
 * platform's folder for such data (XDG base directories on Linux). Outside the work tree, so `git clean` never meets it.
 */
export function provingHome(env: Readonly<Record<string, string | undefined>>, platform: string, homeFolder: string): string {
  const chosen = env['PROVING_HOME'];
  if (chosen) return chosen;
  if (platform === 'darwin') return `${homeFolder}/Library/Application Support/kafka-proving-ground`;
  if (platform === 'win32') return `${env['LOCALAPPDATA'] ?? `${homeFolder}\\AppData\\Local`}\\kafka-proving-ground`;
  return `${env['XDG_DATA_HOME'] || `${homeFolder}/.local/share`}/kafka-proving-ground`;
}
