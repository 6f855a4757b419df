import type { Happened } from './windows.ts';

/** Records to begin with, each as it is typed. */
export const samples = [
  { title: 'Two latecomers', text: 'a@1 a@4 b@9 a@10 a@3 b@12 a@19 b@8 a@20 a@25 b@40' },
  { title: 'Nothing more comes', text: 'a@1 a@4 b@8' },
  { title: 'One clock is ahead', text: 'a@1 a@3 b@55 a@5 a@8 b@12' },
] as const;

export const mostRecords = 40;
const latest = 600;

/** Reads `a@1 b@9.5`: a key and its time in seconds, 0 to 600. `unread`: what is no such record, or one too many. */
export function recordsIn(text: string): { readonly records: readonly Happened[]; readonly unread: readonly string[] } {
  const words = text.split(/[\s,]+/).filter(Boolean);
  const read = words.map((word) => {
    const [, key = '', time = ''] = /^([^@\s]{1,12})@(\d{1,3}(?:\.\d{1,3})?)$/.exec(word) ?? [];
    return key !== '' && Number(time) <= latest ? { key, at: Number(time) } : word;
  });
  const records = read.filter((each) => typeof each !== 'string');
  const unread = read.filter((each) => typeof each === 'string');
  return { records: records.slice(0, mostRecords), unread: [...unread, ...records.slice(mostRecords).map(textOf)] };
}

export const textOf = ({ key, at }: Happened): string => `${key}@${at}`;
