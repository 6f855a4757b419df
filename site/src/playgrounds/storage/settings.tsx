import { useId } from 'react';
import type { Act } from './bench.ts';
import type { Settings } from './log.ts';
import { day, hour } from './stories.ts';

type Name = keyof Settings;

const spans = [
  [hour, '1 hour'],
  [day, '1 day'],
  [7 * day, '7 days'],
] as const;

/** Each setting with the values it can have here. */
const choices: readonly (readonly [Name, readonly (readonly [Settings[Name], string])[]])[] = [
  [
    'cleanup.policy',
    [
      ['delete', 'delete'],
      ['compact', 'compact'],
    ],
  ],
  ['segment.ms', spans],
  [
    'segment.bytes',
    [
      [1_048_576, '1 MiB, the least'],
      [2 ** 30, '1 GiB'],
    ],
  ],
  ['retention.ms', [...spans, [-1, 'for ever']]],
  [
    'retention.bytes',
    [
      [-1, 'no limit'],
      [2_500_000, '2.5 MB'],
    ],
  ],
  ['delete.retention.ms', [[0, '0'], ...spans]],
  [
    'min.cleanable.dirty.ratio',
    [
      [0.01, '0.01'],
      [0.5, '0.5'],
    ],
  ],
];

/** The topic's settings, by the names they have in Kafka. */
export function SettingsOf({ settings, onAct }: { readonly settings: Settings; onAct(act: Act): void }) {
  return (
    <div className="pg-block">
      <h2>The topic’s settings</h2>
      <div className="pg-settings">
        {choices.map(([name, values]) => (
          <Setting
            key={name}
            name={name}
            value={settings[name]}
            values={values}
            onSet={(value, says) => onAct({ does: 'set', settings: { [name]: value }, text: `${name} is ${says} now.` })}
          />
        ))}
      </div>
    </div>
  );
}

interface SettingProps {
  readonly name: Name;
  readonly value: Settings[Name];
  readonly values: readonly (readonly [Settings[Name], string])[];
  onSet(value: Settings[Name], says: string): void;
}

function Setting({ name, value, values, onSet }: SettingProps) {
  const id = useId();
  return (
    <div className="pg-setting">
      <label htmlFor={id}>
        <code>{name}</code>
      </label>
      <select
        id={id}
        value={String(value)}
        onChange={(event) => {
          const found = values.find(([each]) => String(each) === event.target.value);
          if (found) onSet(...found);
        }}
      >
        {values.map(([each, says]) => (
          <option key={says} value={String(each)}>
            {says}
          </option>
        ))}
      </select>
    </div>
  );
}
