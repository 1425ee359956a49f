// Every sort of page that links lead to, found by walking from the front page.

/** Addresses by sort: what is a name or a number in an address does not make another sort. */
export async function screens(page, origin, most = 3) {
  const found = new Map();
  const seen = new Set();
  let waiting = [origin + "/"];
  while (waiting.length > 0 && seen.size < 120) {
    const address = waiting.shift();
    if (seen.has(address)) continue;
    seen.add(address);
    const sort = sortOf(address);
    const known = found.get(sort) ?? [];
    if (known.length >= most) continue;
    found.set(sort, [...known, address]);
    const answer = await page.goto(address);
    if (!(answer.headers()["content-type"] ?? "").startsWith("text/html")) continue;
    const links = await page.$$eval("a[href]", (all) => all.map((link) => link.href));
    const own = links
      .map((link) => link.split("#")[0])
      .filter((link) => link.startsWith(origin + "/") && !seen.has(link));
    waiting.push(...own.filter(isPage));
  }
  return found;
}

/** Files are not looked at, nor are the same pages in another language of the interface. */
function isPage(address) {
  const path = new URL(address).pathname;
  return path.endsWith("/") && !TONGUES.test(path);
}

export const TONGUES = /^\/(kk|kk-latn|kk-arab|ru|en|zh|uz)\//;

/** `story/…/compare?only=differing` for all stories' differing claims. */
export function sortOf(address) {
  const { pathname, searchParams } = new URL(address);
  const steps = pathname.split("/").filter(Boolean).filter((step, at) => at % 2 === 0 || /^[a-z-]{3,12}$/.test(step));
  const path = steps.map((step) => (/^[0-9a-f]{8,}$/.test(step) ? "" : decodeURIComponent(step))).join("/");
  const keys = [...searchParams.keys()].sort().join("&");
  return (path || "front") + (keys ? `?${keys}` : "");
}
