import { type LoadedJobs, loadJobs } from "../load-jobs.js";
import { bufferedConsole } from "./buffered-console.js";

/**
 * Loads each spec again only if its text has changed: an imported module stays in memory for ever,
 * and compiling takes longer than most fits.
 */
export function cachingLoader(): typeof loadJobs {
  const last = new Map<string, { readonly text: string; readonly jobs: LoadedJobs; readonly messages: string }>();
  return async (spec, console, entries, options) => {
    const { path, text } = spec.value;
    let known = last.get(path);
    // A text with diagnostics of its own is not what the file contains.
    if (known === undefined || known.text !== text || spec.diagnostics.length > 0) {
      const buffer = bufferedConsole(console);
      const jobs = await loadJobs(spec, buffer, entries, options);
      known = { text, jobs, messages: buffer.written.err };
      last.set(path, known);
    }
    console.err(known.messages);
    return known.jobs;
  };
}
