/** `1.5 GB`, `640 MB`. */
export function size(bytes: number): string {
  const megabytes = bytes / 1024 ** 2;
  return megabytes >= 1_000 ? `${(megabytes / 1024).toFixed(1)} GB` : `${Math.round(megabytes)} MB`;
}
