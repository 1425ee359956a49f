// Every sort of page that links lead to, found by walking from the front page.

/** Pages that are read at most; it is for what else would never end. */
const MOST_READ = 800;

/**
 * Addresses by sort, no more of each than `most` says of it: what is a name or a number in an
 * address does not make another sort.
 */
export async function screens(origin, most = () => 1) {
  const found = new Map();
  const seen = new Set([origin + "/"]);
  const waiting = [...seen];
  for (let read = 0; waiting.length > 0 && read < MOST_READ; ) {
    const address = waiting.shift();
    const sort = sortOf(address);
    const known = found.get(sort) ?? [];
    if (known.length >= most(sort)) continue;
    read += 1;
    found.set(sort, [...known, address]);
    for (const link of await links(address)) {
      if (!link.startsWith(origin + "/") || seen.has(link) || !isPage(link)) continue;
      seen.add(link);
      waiting.push(link);
    }
  }
  return found;
}

/** Where a page leads, read from its markup: a browser would take many times as long. */
export async function links(address) {
  const answer = await fetch(address);
  const text = await answer.text();
  if (!(answer.headers.get("content-type") ?? "").startsWith("text/html")) return [];
  const found = [...text.matchAll(/<(?:a|link)\b[^>]*?\shref="([^"]*)"/g)].map((match) => match[1]);
  return found.filter((link) => link).flatMap((link) => resolved(unescaped(link), answer.url));
}

function resolved(link, from) {
  try {
    return [new URL(link, from).href.split("#")[0]];
  } catch {
    return [];
  }
}

function unescaped(text) {
  return text.replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(code)).replace(/&(amp|lt|gt|quot);/g, (_, name) => ENTITIES[name]);
}

const ENTITIES = { amp: "&", lt: "<", gt: ">", quot: '"' };

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
