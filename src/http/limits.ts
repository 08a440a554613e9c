/** What a request may weigh at most. */
export const HTTP_LIMITS = {
  bodyBytes: 1024 * 1024,
  uploadBytes: 1024 * 1024 * 1024,
  uploadFiles: 50,
} as const;
