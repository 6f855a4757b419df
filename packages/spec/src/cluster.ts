/** The shapes in which a cluster can be started. `standard` is three brokers and one dedicated controller. */
export const shapes = ['standard', 'quorum', 'combined', 'secure', 'pair'] as const;
export type Shape = (typeof shapes)[number];

/** What a driver may be able to do to its brokers. A driver that lacks one makes a lesson "not provable here", never red. */
export const powers = ['kill', 'freeze', 'proxy', 'files', 'cli'] as const;
export type Power = (typeof powers)[number];

/** What may run beside the brokers. A lesson names what it needs; it is started when that lesson is opened, and not before. */
export const services = ['registry', 'streams', 'postgres', 'engine'] as const;
export type Service = (typeof services)[number];

export const driverNames = ['jvm', 'docker', 'external'] as const;
export type DriverName = (typeof driverNames)[number];

/** A broker's `node.id`, as Kafka prints it. */
export type BrokerId = number & { readonly __broker: true };
export const brokerId = (id: number): BrokerId => id as BrokerId;
