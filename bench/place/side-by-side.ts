// Does a list of steps over several connections at once, each taking the next that nobody has taken. The first fault ends all.

export async function sideBySide<Worker, Step>(
  workers: readonly Worker[],
  steps: readonly Step[],
  work: (worker: Worker, step: Step) => Promise<void>,
): Promise<void> {
  let next = 0;
  let failed = false;
  await Promise.all(
    workers.map(async (worker) => {
      for (;;) {
        const step = steps[next++];
        if (step === undefined || failed) return;
        try {
          await work(worker, step);
        } catch (error) {
          failed = true;
          throw error;
        }
      }
    }),
  );
}
