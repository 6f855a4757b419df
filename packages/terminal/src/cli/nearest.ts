/** The word a learner most likely meant; null when none is near enough to be worth suggesting. */
export function nearest(typed: string, words: readonly string[]): string | null {
  const ranked = words.map((word) => ({ word, away: edits(typed.toLowerCase(), word) })).sort((a, b) => a.away - b.away);
  const best = ranked[0];
  if (best && best.away <= Math.max(1, Math.floor(best.word.length / 3))) return best.word;
  return typed.length > 1 ? (words.find((word) => word.startsWith(typed.toLowerCase())) ?? null) : null;
}

/** Letters added, dropped or changed; two neighbours that changed places count once (optimal string alignment). */
function edits(a: string, b: string): number {
  const rows = [Array.from({ length: b.length + 1 }, (_, i) => i)];
  for (let i = 1; i <= a.length; i++) {
    const above = rows[i - 1] as number[];
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const kept = (above[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min(kept, (above[j] as number) + 1, (row[j - 1] as number) + 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        row[j] = Math.min(row[j] as number, ((rows[i - 2] as number[])[j - 2] as number) + 1);
    }
    rows.push(row);
  }
  return (rows[a.length] as number[])[b.length] as number;
}
