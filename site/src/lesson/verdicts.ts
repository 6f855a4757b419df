import type { Standing } from '../../plugins/proofs.ts';

/** Each verdict with its mark and its word; the mark never stands alone. */
export const verdicts: Readonly<Record<Standing['verdict'], { readonly mark: string; readonly says: string }>> = {
  proved: { mark: '✓', says: 'proved' },
  refuted: { mark: '✕', says: 'refuted' },
  unjudged: { mark: '?', says: 'not judged' },
  'not-provable-here': { mark: '?', says: 'not provable there' },
  'could-not-run': { mark: '?', says: 'could not run' },
  'never run': { mark: '?', says: 'not yet recorded' },
};
