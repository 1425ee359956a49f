// A page that tells what it was made to do.

/** A new page in `context`, and what went wrong on it: scripts of others, requests to elsewhere, errors. */
export async function watched(context, origin) {
  const page = await context.newPage();
  const faults = [];
  await page.addInitScript(() => {
    window.boom = () => {
      window.exploded = true;
    };
  });
  page.on("dialog", (dialog) => {
    faults.push(`a dialog: ${dialog.message()}`);
    dialog.dismiss();
  });
  page.on("pageerror", (error) => faults.push(`an error: ${error.message}`));
  page.on("console", (said) => {
    if (said.type() === "error" && !/404|400|410/.test(said.text())) faults.push(`said: ${said.text()}`);
  });
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(origin + "/")) faults.push(`asked for ${url}`);
  });
  return {
    page,
    /** Faults since they were asked for last. */
    async faults() {
      const exploded = await page.evaluate(() => window.exploded === true).catch(() => false);
      return faults.splice(0).concat(exploded ? ["foreign words ran"] : []);
    },
  };
}
