import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { asObject } from '../messaging/untrusted.js';
import { readCheckpoint, type Checkpoint } from './checkpoint.js';

const NAME = /^(\d{1,16})\.json$/;

/** A file among the checkpoints; without `checkpoint` it cannot be read as one. */
export type CheckpointFile = { readonly name: string; readonly checkpoint: Checkpoint | undefined };

/** The checkpoints outside the database: one file each, named by its position, never overwritten. */
export class CheckpointFiles {
  private readonly dir: string;

  constructor(dataDir: string) {
    this.dir = join(dataDir, 'checkpoints');
  }

  /** @returns false when there is one of that position already: the first one counts. */
  async add(checkpoint: Checkpoint): Promise<boolean> {
    await mkdir(this.dir, { recursive: true });
    const file = join(this.dir, `${checkpoint.position}.json`);
    try {
      await writeFile(file, `${JSON.stringify(checkpoint)}\n`, { flag: 'wx', flush: true });
      return true;
    } catch (error) {
      if (asObject(error)?.['code'] === 'EEXIST') return false;
      throw error;
    }
  }

  /** The newest ones, by position, the newest first. None when there is no such directory. */
  async newest(limit: number): Promise<readonly CheckpointFile[]> {
    const positions = (await this.names()).flatMap((name) => NAME.exec(name)?.[1] ?? []).map(Number);
    const newest = positions.sort((one, other) => other - one).slice(0, limit);
    return Promise.all(
      newest.map(async (position) => {
        const name = `${position}.json`;
        const checkpoint = readCheckpoint(await readFile(join(this.dir, name), 'utf8'));
        return { name, checkpoint: checkpoint?.position === position ? checkpoint : undefined };
      }),
    );
  }

  private async names(): Promise<readonly string[]> {
    try {
      return await readdir(this.dir);
    } catch (error) {
      if (asObject(error)?.['code'] === 'ENOENT') return [];
      throw error;
    }
  }
}
