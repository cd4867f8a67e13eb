/** The largest file of which a digest is reckoned here, in bytes: it is read into memory. */
export const digestedMax = 512 * 1024 * 1024;

/** SHA-256 in hexadecimal. */
export async function sha256Of(content: ArrayBuffer): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', content));
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
