/** The command line of this process as one types it in a POSIX shell. */
export function commandText(args: readonly string[] = process.argv.slice(2)): string {
  return ["fitc", ...args.map(quoted)].join(" ");
}

function quoted(argument: string): string {
  return /^[\w@%+=:,./-]+$/.test(argument) ? argument : `'${argument.replaceAll("'", "'\\''")}'`;
}
