import { rm } from 'node:fs/promises';

export default async function tearDown() {
  const { postgres, dataDir } = globalThis.heedTest;
  await postgres.discard();
  await rm(dataDir, { recursive: true, force: true });
}
