/**
 * What the kit gives a client where its caller says nothing, and the client's own default that this replaces.
 * `notes/lab-and-production.md` shows it; a rule of the house compares the two.
 */
export const clientSettings = {
  kafkajs: {
    allowAutoTopicCreation: { own: true, lab: false, why: 'a misspelt topic is an error, and not a new topic' },
    maxWaitTimeInMs: {
      own: 5000,
      lab: 100,
      why: 'an idle fetch is over soon, so that disconnect() does not wait five seconds for it',
    },
  },
  '@platformatic/kafka': {
    maxWaitTime: { own: 5000, lab: 100, why: 'the same: close() waits for the fetch that is open' },
  },
} as const satisfies Record<string, Record<string, ClientSetting>>;

export interface ClientSetting {
  readonly own: boolean | number;
  readonly lab: boolean | number;
  readonly why: string;
}
