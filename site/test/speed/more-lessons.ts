import { cpSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Fills a copied course up to `total` lessons with copies of those it has, each under a number that is free: `21-the-log`. */
export function moreLessons(folder: string, total: number): void {
  const lessons = join(folder, 'lessons');
  const there = readdirSync(lessons).sort();
  const numbers = new Set(there.map((name) => name.slice(0, 2)));
  const free = Array.from({ length: total }, (_, i) => String(i + 1).padStart(2, '0')).filter((number) => !numbers.has(number));
  const ledger = join(folder, 'notes', 'ledger.jsonl');
  const proofs = readFileSync(ledger, 'utf8').trimEnd().split('\n');
  for (const [i, number] of free.slice(0, total - there.length).entries()) {
    const from = there[i % there.length] as string;
    const to = `${number}${from.slice(2)}`;
    // What a lesson has installed is links, and stays where it is.
    cpSync(join(lessons, from), join(lessons, to), { recursive: true, filter: (path) => !path.endsWith('/node_modules') });
    symlinkSync(join(lessons, from, 'node_modules'), join(lessons, to, 'node_modules'));
    for (const file of readdirSync(join(lessons, to), { recursive: true, encoding: 'utf8' })) {
      const path = join(lessons, to, file);
      if (file.startsWith('node_modules') || !statSync(path).isFile()) continue;
      // A belief is refuted by one lesson, which its table names.
      const text = readFileSync(path, 'utf8').replace(/refutes: \[[^\]]*\]/, 'refutes: []');
      writeFileSync(path, text.replaceAll(from, to));
    }
    proofs.push(...proofs.filter((line) => line.includes(`"${from}"`)).map((line) => line.replaceAll(from, to)));
  }
  writeFileSync(ledger, `${proofs.join('\n')}\n`);
}
