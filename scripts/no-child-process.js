// Replaces node:child_process in the bundled command line, which starts no programs. See build.js.
export default {};
