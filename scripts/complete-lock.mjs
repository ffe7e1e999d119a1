/**
 * `npm run lock`: writes package-lock.json anew and completes it.
 *
 * npm leaves out of the lock what it could not look up: the binaries for other platforms, when a registry mirror has not got their newest
 * version yet. `npm ci` then refuses the lock everywhere. Each is entered here with the exact version that its parent asks for and
 * without a checksum; npm installs it only on the platform it is for.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

const LOCK = 'package-lock.json';
const SYSTEMS = ['darwin', 'win32', 'windows', 'android', 'freebsd', 'openharmony', 'linux'];
const PROCESSORS = ['arm64', 'x64', 'ia32', 'ppc64', 's390x', 'riscv64', 'loong64', 'wasm32', 'arm'];

execFileSync('npm', ['install', '--package-lock-only', '--no-audit', '--no-fund'], { stdio: 'inherit' });
const lock = JSON.parse(readFileSync(LOCK, 'utf8'));
const added = [];
for (const [path, entry] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    if (isLocked(path, name) || !/^\d/.test(version)) continue;
    lock.packages[`node_modules/${name}`] = platformEntry(name, version, entry.dev);
    added.push(name);
  }
}
lock.packages = Object.fromEntries(
  Object.entries(lock.packages).sort(([one], [other]) => (one < other ? -1 : 1)),
);
writeFileSync(LOCK, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`${added.length} packages of other platforms were entered by hand.`);

/** As Node resolves: in the package's own node_modules, then in each one above it. */
function isLocked(path, name) {
  for (let folder = path; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    if (lock.packages[`${folder === '' ? '' : `${folder}/`}node_modules/${name}`] !== undefined) return true;
    if (folder === '') return false;
  }
}

function platformEntry(name, version, dev) {
  const system = SYSTEMS.find((each) => name.includes(each));
  const processor = PROCESSORS.find((each) => name.includes(each));
  if (system === undefined || processor === undefined) throw new Error(`For which platform is ${name}?`);
  const libc =
    system !== 'linux'
      ? undefined
      : name.includes('musl')
        ? ['musl']
        : name.includes('gnu')
          ? ['glibc']
          : undefined;
  return {
    version,
    cpu: [processor],
    ...(dev && { dev: true }),
    ...(libc && { libc }),
    optional: true,
    os: [system === 'windows' ? 'win32' : system],
  };
}
