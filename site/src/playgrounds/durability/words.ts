import type { ProvedClaim } from '../kit/proved.ts';
import type { Answer, Fate, Outcome, Situation } from './outcome.ts';

export const answers: Readonly<Record<Answer, { readonly glyph: string; readonly word: string }>> = {
  ok: { glyph: '●', word: 'ok' },
  refused: { glyph: '✕', word: 'refused' },
  waiting: { glyph: '?', word: 'unknown' },
  'not-asked': { glyph: '–', word: 'nothing' },
};

export const fates: Readonly<Record<Fate, string>> = {
  survives: 'survives',
  'at-risk': 'at risk',
  lost: 'lost',
  'only-here': 'waits',
  'not-stored': 'not stored',
};

/** A promise that holds, one that may break, one that breaks, and no promise at all. */
export function toneOf({ answer, fate }: Outcome): 'good' | 'warn' | 'bad' | 'none' {
  if (answer !== 'ok') return 'none';
  if (fate === 'survives') return 'good';
  return fate === 'lost' ? 'bad' : 'warn';
}

/** A sentence, and the claim that it stands on; null: Kafka's documentation. */
export interface Reason {
  readonly asks: string;
  readonly says: string;
  readonly claim: ProvedClaim<'07-acks-and-durability'> | null;
}

export function reasonsFor(situation: Situation, outcome: Outcome): readonly Reason[] {
  return [
    { asks: 'What the producer hears', ...heard(situation, outcome) },
    { asks: 'Can it be read?', ...read(situation, outcome) },
    { asks: 'Then the leader dies', ...then(situation, outcome) },
  ];
}

type Said = Omit<Reason, 'asks'>;

function heard({ replicas, acks, minInsync }: Situation, { answer, inSync }: Outcome): Said {
  if (answer === 'not-asked') return { says: 'Nothing, neither an offset nor an error. With acks=0 it does not ask.', claim: null };
  if (answer === 'refused')
    return {
      says: `NOT_ENOUGH_REPLICAS: ${inSync} in sync, and the minimum is ${minInsync}. Nothing was written, so this is a plain no.`,
      claim: 'too-few-in-sync-refuses',
    };
  if (answer === 'waiting')
    return {
      says: 'Nothing until the time-out. The leader waits for every replica on the list, and one of them stands still. A time-out is neither yes nor no.',
      claim: 'all-means-all-in-sync',
    };
  if (acks === '1')
    return { says: 'Ok, as soon as the leader has written it. It asks nobody, and no minimum.', claim: 'acknowledged-survives' };
  return {
    says:
      inSync === 1
        ? 'Ok: all in sync have it, and “all” is the leader alone.'
        : `Ok: every replica in sync has it, ${inSync} of ${replicas}.`,
    claim: 'all-means-all-in-sync',
  };
}

function read({ minInsync, frozen }: Situation, { stored, readable, inSync }: Outcome): Said {
  if (!stored)
    return { says: 'There is nothing to read. What was stored before is served as always.', claim: 'too-few-in-sync-refuses' };
  if (readable)
    return { says: 'Yes, when all in sync have it: then the high watermark passes it.', claim: 'min-isr-gates-visibility' };
  if (inSync < minInsync)
    return {
      says: `No. While fewer than ${minInsync} are in sync the high watermark stands still. It can be read when a follower is back.`,
      claim: 'min-isr-gates-visibility',
    };
  return {
    says: `Not now. The high watermark waits for every replica in sync, and ${frozen === 1 ? 'one stands' : `${frozen} stand`} still.`,
    claim: 'all-means-all-in-sync',
  };
}

function then({ minInsync, acks }: Situation, { fate, answer, inSync }: Outcome): Said {
  const broken = answer === 'ok' ? ' The promise is broken.' : ' It was never promised.';
  switch (fate) {
    case 'survives':
      return {
        says: `${inSync === 2 ? 'A follower' : 'Each follower'} in sync has it, and one of them leads next.`,
        claim: 'acknowledged-survives',
      };
    case 'lost':
      return {
        says: `The followers wake up, one of them leads, and none has the record.${broken}`,
        claim: 'acknowledged-survives',
      };
    case 'only-here':
      return {
        says: 'Nobody else may lead. The partition stands still until this broker is back; if its disk is gone, so is the record.',
        claim: null,
      };
    case 'not-stored':
      return {
        says: 'There is nothing to lose, and the producer knows what it has to send again.',
        claim: 'too-few-in-sync-refuses',
      };
    case 'at-risk':
      if (minInsync > 1 && inSync === 1)
        return {
          says: 'A follower that was in sync until the end may come back first and lead without it (KIP-966).',
          claim: null,
        };
      return {
        says:
          acks === 'all'
            ? 'Those that run have it, the one that stands still has not. Who leads next decides; nothing was promised.'
            : 'The followers fetch it within milliseconds, as a rule. If the leader dies sooner, it dies with the leader.',
        claim: 'acknowledged-survives',
      };
  }
}
