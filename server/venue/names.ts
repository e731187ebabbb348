// What this machine is called on the venue's network: its host name, its addresses, and the names an administrator adds.
import type { NetworkInterfaceInfo } from "node:os";

export type VenueNames = {
  /** DNS names, the machine's own first; `localhost` is always among them. */
  readonly hosts: readonly string[];
  /** IPv4 addresses that other devices can reach, home and office ranges first. */
  readonly addresses: readonly string[];
  /** The networks of those addresses, as 192.168.1.0/24. */
  readonly networks: readonly string[];
};
type Interfaces = Readonly<Record<string, readonly NetworkInterfaceInfo[] | undefined>>;

export const hostName =
  /^(?=.{1,253}$)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*$/;

/** A host name that is no DNS name (Windows allows Chinese) is left out: the addresses remain. */
export function venueNames(hostname: string, interfaces: Interfaces, more: readonly string[]): VenueNames {
  const own = hostname.toLowerCase();
  const [label = ""] = own.split(".");
  const machine = [...(hostName.test(label) ? [`${label}.local`] : []), ...(hostName.test(own) ? [own] : [])];
  const outer = Object.values(interfaces)
    .flatMap((each) => each ?? [])
    .filter((one) => one.family === "IPv4" && !one.internal)
    .sort((a, b) => nearness(a.address) - nearness(b.address));
  return {
    hosts: [...new Set([...more, ...machine, "localhost"])],
    addresses: [...new Set(outer.map((one) => one.address))],
    networks: [...new Set(outer.flatMap((one) => one.cidr ?? []))],
  };
}

/** 192.168 and 10 are where tablets are; 172.16–31 is often a bridge inside the machine; 169.254 has no router. */
function nearness(address: string): number {
  if (address.startsWith("192.168.")) return 0;
  if (address.startsWith("10.")) return 1;
  if (address.startsWith("169.254.")) return 4;
  return address.startsWith("172.") ? 3 : 2;
}
