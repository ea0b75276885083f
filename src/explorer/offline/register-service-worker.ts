/** Lets the built page work without a network from the next visit on; where that cannot be, nothing is lost. */
export async function registerServiceWorker(): Promise<void> {
  if (!import.meta.env.PROD || !("serviceWorker" in navigator)) return;
  try {
    await navigator.serviceWorker.register(new URL("service-worker.js", document.baseURI));
  } catch (error) {
    if (!(error instanceof Error)) throw error;
  }
}
