// Run once before all end-to-end tests: they use the packages as they are published.
import { ensureBuilt } from '../../scripts/build.mjs';

export default function setup(): void {
  ensureBuilt();
}
