/** The command line. */
export function CommandLine() {
  return null;
}
