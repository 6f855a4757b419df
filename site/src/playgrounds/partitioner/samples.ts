/** Keys to begin with, one for each record. */
export interface Sample {
  readonly title: string;
  readonly keys: readonly string[];
}

const customers = (count: number) => Array.from({ length: count }, (_, i) => `customer ${i + 1}`);

export const samples: readonly Sample[] = [
  { title: 'ten names', keys: ['bob', 'alice', 'carol', 'dave', 'eve', 'frank', 'grace', 'heidi', 'ivan', 'judy'] },
  { title: '1,000 customers', keys: customers(1_000) },
  { title: 'one big seller', keys: [...Array<string>(18).fill('big seller'), 'small seller', 'smaller seller'] },
  { title: 'one key for all', keys: Array<string>(5).fill('order') },
];
