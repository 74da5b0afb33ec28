/** The version of the compiler. A test checks that it equals the version of the package. */
export const version = "0.1.0";
