/** The version of the compiler: that of the package, which a test holds. */
export const version = "0.1.0";
