import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer, type IncomingMessage } from "node:http";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";

/** The usual paths of Chromium on Debian and other systems; null if it is not installed. */
export const chromium: string | null =
  ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find((path) => existsSync(path)) ?? null;

/** The content served at each path: text, or the files of a folder. */
export type Site = ReadonlyMap<string, string | { readonly folder: string }>;

const types = new Map([
  [".html", "text/html"],
  [".js", "text/javascript"],
]);

/** What a page posted, and the paths that it requested. */
export interface Visit {
  readonly report: unknown;
  readonly requested: readonly string[];
}

/**
 * Serves a site, opens `/index.html` in a headless Chromium, and waits for the page to post to
 * `/report`.
 *
 * @param headers sent with every response, such as a content-security policy
 */
export async function visit(executable: string, site: Site, headers: Readonly<Record<string, string>>): Promise<Visit> {
  const profile = mkdtempSync(join(tmpdir(), "fitc-chromium-"));
  let resolve: (report: string) => void = () => {};
  const report = new Promise<string>((received) => {
    resolve = received;
  });
  const requested: string[] = [];
  const server = createServer(async (request, response) => {
    if (request.method === "POST") {
      resolve(await bodyOf(request));
      response.end();
      return;
    }
    const path = request.url ?? "/";
    requested.push(path);
    const content = contentOf(site, path);
    const type = types.get(extname(path)) ?? "application/octet-stream";
    response.writeHead(content === null ? 404 : 200, { ...headers, "Content-Type": type });
    response.end(content ?? "");
  });
  await new Promise<void>((listening) => {
    server.listen(0, "127.0.0.1", listening);
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the server has no port");
  const args = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", `--user-data-dir=${profile}`];
  const browser = spawn(executable, [...args, `http://localhost:${address.port}/index.html`], {
    stdio: "ignore",
    detached: true,
  });
  const left = new Promise<void>((closed) => {
    browser.once("close", () => closed());
  });
  try {
    return { report: JSON.parse(await report), requested };
  } finally {
    browser.kill("SIGTERM");
    await left;
    endGroup(browser.pid);
    server.closeAllConnections();
    server.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  }
}

/**
 * Ends the whole process group, because helper processes that outlive the browser would keep
 * writing to its profile.
 */
function endGroup(leader: number | undefined): void {
  try {
    if (leader !== undefined) process.kill(-leader, "SIGKILL");
  } catch {
    // The group has already ended.
  }
}

function contentOf(site: Site, path: string): string | Buffer | null {
  const exact = site.get(path);
  if (typeof exact === "string") return exact;
  for (const [prefix, content] of site) {
    if (typeof content === "string" || !path.startsWith(prefix) || path.includes("..")) continue;
    const file = join(content.folder, path.slice(prefix.length));
    return existsSync(file) ? readFileSync(file) : null;
  }
  return null;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = "";
  for await (const part of request) text += part;
  return text;
}
