import { expect, it } from 'vitest';
import { askedAgain } from '../src/asked-again.ts';

const refused = (type: string) => Object.assign(new Error(type), { type });

it('asks until the transaction before is over, and gives what was answered', async () => {
  const answers = [refused('CONCURRENT_TRANSACTIONS'), refused('CONCURRENT_TRANSACTIONS'), null];
  const asked: string[] = [];
  const call = askedAgain(async (group: string) => {
    asked.push(group);
    const failure = answers.shift();
    if (failure) throw failure;
    return 'handed over';
  });
  expect(await call('packing')).toBe('handed over');
  expect(asked).toEqual(['packing', 'packing', 'packing']);
});

it('does not ask again for any other refusal', async () => {
  const asked: string[] = [];
  const call = askedAgain(async (group: string) => {
    asked.push(group);
    throw refused('INVALID_PRODUCER_EPOCH');
  });
  await expect(call('packing')).rejects.toThrow('INVALID_PRODUCER_EPOCH');
  expect(asked).toEqual(['packing']);
});
