/** What must not leave this machine in a report. */
export interface Private {
  /** Folders by what stands for them in the report: `~`, `<course>`. */
  readonly folders: Readonly<Record<string, string>>;
  readonly users: readonly string[];
  readonly hosts: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** A text without names, paths, values of the environment and keys. What was taken away leaves a word in angle brackets. */
export function scrub(text: string, secret: Private): string {
  const replacements = [...folders(secret), ...names(secret), ...environment(secret)].sort((a, b) => b.from.length - a.from.length);
  const known = replacements.reduce((kept, { from, to, whole }) => kept.replaceAll(pattern(from, whole), () => to), unkeyed(text));
  return unaddressed(known);
}

interface Replacement {
  readonly from: string;
  readonly to: string;
  /** Only as a word of its own, in any case. */
  readonly whole: boolean;
}

const folders = ({ folders }: Private): Replacement[] =>
  Object.entries(folders).flatMap(([from, to]) => (from.length > 1 ? [{ from, to, whole: false }] : []));

function names({ users, hosts }: Private): Replacement[] {
  const short = hosts.flatMap((host) => [host, host.split('.')[0] as string]);
  return [
    ...users.filter(isTelling).map((from) => ({ from, to: '<user>', whole: true })),
    ...short.filter(isTelling).map((from) => ({ from, to: '<host>', whole: true })),
  ];
}

/** A name that says nothing about anyone, and would tear holes into ordinary sentences. */
const isTelling = (name: string) =>
  name.length > 1 && !/^(root|node|user|admin|kafka|ubuntu|debian|runner|localhost|vm|dev|app|broker|controller)$/i.test(name);

function environment({ env }: Private): Replacement[] {
  return Object.entries(env).flatMap(([name, value]) =>
    [value ?? '', ...(value ?? '').split(/[:;,\s]/)]
      .filter((part) => part.length >= 6 && !isHarmless(name, part))
      .map((from) => ({ from, to: `<${name}>`, whole: false })),
  );
}

/** Words that programs give themselves, that a report may need, and that say nothing about anyone. */
function isHarmless(name: string, value: string): boolean {
  if (
    /^(TERM|COLORTERM|LANG|LC_\w+|TZ|NO_COLOR|FORCE_COLOR|CI|npm_lifecycle_\w+|npm_command|npm_package_\w+|SHLVL|PNPM_PACKAGE_NAME)$/.test(
      name,
    )
  )
    return true;
  return (
    /^\/(usr|bin|sbin|etc|tmp|var)(\/[\w.-]*)*$/.test(value) ||
    /^[\d.]+$/.test(value) ||
    /^(production|development|test|false|true)$/.test(value)
  );
}

function pattern(from: string, whole: boolean): RegExp {
  const escaped = from.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return whole ? new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, 'giu') : new RegExp(escaped, 'g');
}

/** Keys, passwords and mail addresses by their form, wherever they come from. */
function unkeyed(text: string): string {
  return text
    .replaceAll(/-----BEGIN [A-Z0-9 ]+-----[\s\S]*?(-----END [A-Z0-9 ]+-----|$)/g, '<key>')
    .replaceAll(/\b(gh[pousr]_|github_pat_|glpat-|sk-|xox[abprs]-|npm_)[A-Za-z0-9_-]{16,}/g, '<key>')
    .replaceAll(/\b(AKIA|ASIA)[A-Z0-9]{16}\b/g, '<key>')
    .replaceAll(/\beyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]*/g, '<key>')
    .replaceAll(/\b(bearer|basic)\s+[A-Za-z0-9._~+/=-]{8,}/gi, '$1 <key>')
    .replaceAll(
      /(\w*(?:password|passwd|secret|token|api[_-]?key|credential)\w*["']?\s*[:=]\s*)("[^"\n]*"|'[^'\n]*'|[^\s,;}"']+)/gi,
      '$1<key>',
    )
    .replaceAll(/\/\/[^\s/:@]+:[^\s/@]+@/g, '//<key>@')
    .replaceAll(/[\w.+-]+@[\w-]+\.[\w.-]+/g, '<mail>');
}

/** Addresses of other machines and homes of other people; loopback is everyone's. */
function unaddressed(text: string): string {
  return text
    .replaceAll(/\b(?!127\.)(?!0\.0\.0\.0)(?:\d{1,3}\.){3}\d{1,3}\b/g, '<address>')
    .replaceAll(/\/(home|Users)\/[^\s/<>"':]+/g, '/$1/<user>');
}
