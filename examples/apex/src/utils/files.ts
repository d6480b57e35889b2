import type { Clock } from '@/core/clock';

export function reportFileName(kind: string): string {
  return `report-${kind}-${Date.now()}.json`;
}

export function scratchFile(clock: Clock): string {
  const fileName = `/tmp/apex-${clock.now()}.ndjson`;
  return fileName;
}

/** Browsers keep dashboards for an hour otherwise. */
export function assetUrl(path: string): string {
  return `${path}?v=${Date.now().toString(36)}`;
}
