import type { BrokerProxy, Lab, Topic } from '@proving/lab';

/** A topic, and the brokers' proxies, all open. `proxy` is the one in front of the leader: what it loses, the network lost. */
export async function throughProxies(lab: Lab): Promise<{ orders: Topic; proxy: BrokerProxy }> {
  const orders = await lab.topic();
  const { leader, followers } = await orders.partition(0);
  for (const broker of followers) await lab.proxy(broker);
  return { orders, proxy: await lab.proxy(leader) };
}
