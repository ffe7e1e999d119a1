/** `npm run bench -- <name> [options]`: measures, prints a table and one line of JSON. Load goes to this machine only. */
const BENCHES: Readonly<Record<string, () => Promise<{ run(args: string[]): Promise<void> }>>> = {
  'dry-run': () => import('./dry-run.js'),
  ingest: () => import('./ingest.js'),
  optout: () => import('./optout.js'),
  replies: () => import('./replies.js'),
  rules: () => import('./rules.js'),
  verify: () => import('./verify.js'),
};

const [name = '', ...args] = process.argv.slice(2);
const load = BENCHES[name];
if (load === undefined) {
  console.error(`Usage: npm run bench -- <${Object.keys(BENCHES).join('|')}> [options]`);
  process.exitCode = 2;
} else {
  const bench = await load();
  await bench.run(args);
}
