import type { ReadRecord } from '@proving/lab';

/** How many labels stand behind that of a later order of the same customer. */
export function overtaken(labels: readonly ReadRecord[]): number {
  const number = ({ value }: ReadRecord) => Number(value?.split(' ').at(-1));
  const isOvertaken = (label: ReadRecord, i: number) =>
    labels
      .slice(0, i)
      .some((before) => before.key === label.key && number(before) > number(label));
  return labels.filter(isOvertaken).length;
}
