import { existsSync, type FSWatcher, realpathSync, statfsSync, statSync, unwatchFile, watch, watchFile } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";

/** In milliseconds. Editors write a file in several steps, within `quiet` of each other. */
const times = {
  quiet: 30,
  /** A file that is written all the time is read after that. */
  most: 400,
  /** How long a file that is gone or empty is expected to be written again. */
  incomplete: 200,
  /** Where the system does not tell of changes. */
  poll: 100,
};

/**
 * Types of file systems on which others may change files without this system noticing: NFS, SMB,
 * CIFS, FUSE and 9P (statfs(2)).
 */
const remote: ReadonlySet<number> = new Set([0x6969, 0x517b, 0xff534d42, 0xfe534d42, 0x65735546, 0x01021997]);

/** A folder with watched files: by the system, or, without a watcher, by looking at each. */
interface Folder {
  watcher: FSWatcher | null;
  readonly names: Map<string, string>;
}

/**
 * Tells when files change. It watches their folders, since an editor may save a file by renaming
 * another one to it, and so a file may be gone for a time.
 */
export class FileWatcher {
  private readonly folders = new Map<string, Folder>();
  private readonly changed = new Set<string>();
  private firstChange = 0;
  private timer: NodeJS.Timeout | undefined;
  private settled = false;
  private resolve: ((files: readonly string[]) => void) | undefined;

  /**
   * Watches these files and no others.
   * @param wanted whether a change of another file in their folders counts too
   */
  watch(files: Iterable<string>, wanted: (file: string) => boolean = () => false): void {
    const folders = new Map<string, Map<string, string>>();
    for (const file of files) {
      // For a link, its target is watched too.
      for (const path of new Set([resolve(file), realPath(file)])) {
        const names = folders.get(dirname(path)) ?? new Map<string, string>();
        folders.set(dirname(path), names.set(basename(path), file));
      }
    }
    for (const path of [...this.folders.keys()]) if (!folders.has(path)) this.drop(path);
    for (const [path, names] of folders) this.watchFolder(path, names, wanted);
  }

  /** The files that have changed since the last call, as soon as there are any. */
  next(): Promise<readonly string[]> {
    return new Promise((resolve) => {
      this.resolve = resolve;
      if (this.settled) this.deliver();
    });
  }

  /** As if a file had changed. */
  notify(file: string): void {
    if (this.changed.size === 0) this.firstChange = Date.now();
    this.changed.add(file);
    this.settled = false;
    this.wait();
  }

  close(): void {
    for (const path of [...this.folders.keys()]) this.drop(path);
    clearTimeout(this.timer);
  }

  private wait(): void {
    clearTimeout(this.timer);
    const left = this.firstChange + times.most - Date.now();
    this.timer = setTimeout(() => this.settle(), Math.max(0, Math.min(times.quiet, left)));
  }

  private settle(): void {
    if (Date.now() - this.firstChange < times.incomplete && [...this.changed].some(isIncomplete)) {
      this.wait();
      return;
    }
    this.settled = true;
    this.deliver();
  }

  private deliver(): void {
    if (this.resolve === undefined) return;
    const files = [...this.changed];
    this.changed.clear();
    this.settled = false;
    this.resolve(files);
    this.resolve = undefined;
  }

  private watchFolder(path: string, names: Map<string, string>, wanted: (file: string) => boolean): void {
    const known = this.folders.get(path);
    const same = known !== undefined && [...names.keys()].every((name) => known.names.has(name));
    if (same && known.watcher !== null) return;
    this.drop(path);
    const folder: Folder = { watcher: null, names };
    this.folders.set(path, folder);
    folder.watcher = this.startWatcher(path, names, wanted);
    if (folder.watcher === null) this.poll(path, names);
  }

  /** Null if the system cannot tell of changes: there is no such folder, or too much is watched. */
  private startWatcher(
    path: string,
    names: ReadonlyMap<string, string>,
    wanted: (file: string) => boolean,
  ): FSWatcher | null {
    try {
      if (remote.has(statfsSync(path).type)) return null;
      const watcher = watch(path, (_event, name) => {
        // The folder itself was removed, and what is put in its place has to be watched anew.
        if (name === null || (name === basename(path) && !existsSync(path))) {
          this.drop(path);
          for (const file of names.values()) this.notify(file);
          return;
        }
        const file = names.get(name);
        if (file !== undefined) this.notify(file);
        else if (wanted(join(path, name))) this.notify(join(path, name));
      });
      watcher.on("error", () => {
        this.drop(path);
        this.folders.set(path, { watcher: null, names: new Map(names) });
        this.poll(path, names);
      });
      return watcher;
    } catch {
      return null;
    }
  }

  private poll(path: string, names: ReadonlyMap<string, string>): void {
    for (const [name, file] of names) {
      watchFile(join(path, name), { interval: times.poll }, (now, before) => {
        if (now.mtimeMs !== before.mtimeMs || now.size !== before.size || now.ino !== before.ino) this.notify(file);
      });
    }
  }

  private drop(path: string): void {
    const folder = this.folders.get(path);
    if (folder === undefined) return;
    folder.watcher?.close();
    if (folder.watcher === null) for (const name of folder.names.keys()) unwatchFile(join(path, name));
    this.folders.delete(path);
  }
}

function realPath(file: string): string {
  try {
    return realpathSync(file);
  } catch {
    return resolve(file);
  }
}

function isIncomplete(file: string): boolean {
  return (statSync(file, { throwIfNoEntry: false })?.size ?? 0) === 0;
}
