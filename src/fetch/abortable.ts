/**
 * What `work` resolves to, or the reason of `signal` as soon as that is aborted; the work itself goes on.
 *
 * Errors: those of `work`, and the reason of `signal`.
 */
export async function abortable<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (signal === undefined) return work;
  if (signal.aborted) {
    work.catch(() => {}); // nobody will ask what became of it
    throw signal.reason;
  }
  const aborted = Promise.withResolvers<never>();
  const stop = () => aborted.reject(signal.reason);
  signal.addEventListener("abort", stop, { once: true });
  try {
    return await Promise.race([work, aborted.promise]);
  } finally {
    signal.removeEventListener("abort", stop);
  }
}
