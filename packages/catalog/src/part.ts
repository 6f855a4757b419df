/** One of the eight parts of the course; `from` and `to` are lesson numbers, both included. */
export interface Part {
  readonly number: number;
  readonly numeral: string;
  readonly title: string;
  readonly from: number;
  readonly to: number;
}

export const parts: readonly Part[] = [
  { number: 1, numeral: 'I', title: 'Foundations', from: 1, to: 6 },
  { number: 2, numeral: 'II', title: 'Producing and storing safely', from: 7, to: 12 },
  { number: 3, numeral: 'III', title: 'Contracts and errors', from: 13, to: 16 },
  { number: 4, numeral: 'IV', title: 'Streams', from: 17, to: 20 },
  { number: 5, numeral: 'V', title: 'Getting data in and out', from: 21, to: 22 },
  { number: 6, numeral: 'VI', title: 'Trust', from: 23, to: 24 },
  { number: 7, numeral: 'VII', title: 'Running it', from: 25, to: 31 },
  { number: 8, numeral: 'VIII', title: 'Designing with it', from: 32, to: 36 },
];
