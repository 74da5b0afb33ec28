// What the command line is bundled with in place of node:child_process: it starts no programs. See build.js.
export default {};
