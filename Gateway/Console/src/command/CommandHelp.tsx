/** What can be typed into the command line. */
export function CommandHelp() {
  return null;
}
