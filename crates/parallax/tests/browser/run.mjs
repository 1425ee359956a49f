// Looks at every screen of a site in a real browser: node run.mjs MODULES CHROMIUM ORIGIN HOSTILE SHOTS
//
// ORIGIN shows the demo stories, HOSTILE stories of outlets that print markup meant to run. Ends with
// status 1 and a list of what is wrong, or with nothing but a count of what was looked at.

import { mkdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { links, screens } from "./screens.mjs";
import { watched } from "./watching.mjs";

const [modules, chromium, origin, hostile, shots] = process.argv.slice(2);
const require = createRequire(pathToFileURL(join(modules, "x.js")));
const { chromium: browsers } = require("playwright-core");
const axe = await readFile(require.resolve("axe-core/axe.min.js"), "utf8");

const LOOKS = [
  { tongue: "en", theme: "light", size: "desktop" },
  { tongue: "en", theme: "dark", size: "desktop" },
  { tongue: "en", theme: "light", size: "phone" },
  { tongue: "ru", theme: "light", size: "desktop" },
  { tongue: "ru", theme: "dark", size: "phone" },
  { tongue: "kk-arab", theme: "light", size: "desktop" },
  { tongue: "kk-arab", theme: "dark", size: "phone" },
];
const SIZES = { desktop: { width: 1280, height: 900 }, phone: { width: 390, height: 844 } };
/** Files beside hostile pages that are read. */
const MOST_FILES = 160;
/** Hostile pages of one sort that are opened: each payload stands in several, and all in a comparison. */
const mostAlike = (sort) => (/compare\?/.test(sort) ? 2 : 14);
/** Sorts of pages on which others' words have to stand, so that none is spared: some of each show a payload. */
const HOLD = ["front", "story", "story/compare", "story/quotes", "story/articles", "story/changes", "article", "outlets", "outlet", "sources", "a revision"];
/** A story of a few articles needs no more paper. */
const MOST_PRINTED = 6;
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** Screens that no link leads to. */
const ASKED = [
  ["missing", "no/such/page/"],
  ["search-found", "search/?q=dock"],
  ["search-phrase", "search/?q=%22Port%20Ellery%22"],
  ["search-nothing", "search/?q=zyzzyva"],
  ["search-wrong", "search/?q=%22never%20closed"],
  ["front-nothing", "?place=Nowhere&from=1999-01-01&to=1999-01-02"],
];

const wrong = [];
const counts = { screens: 0, checked: 0, payloads: 0, files: 0 };
await mkdir(shots, { recursive: true });
const browser = await browsers.launch({ executablePath: chromium, args: ["--no-sandbox"] });
try {
  const sorts = await walk();
  for (const look of LOOKS) await lookAt(sorts, look);
  await withoutScript(sorts);
  await keys();
  await print(sorts);
  await attack();
} finally {
  await browser.close();
}
for (const fault of wrong) console.error(fault);
console.log(`${counts.screens} screens, ${counts.checked} checked by axe-core, ${counts.payloads} payloads, ${counts.files} files`);
process.exit(wrong.length > 0 ? 1 : 0);

function fault(where, what) {
  wrong.push(`${where.replace(origin, "")}: ${what}`);
}

async function walk() {
  const sorts = await screens(origin);
  for (const [sort, path] of ASKED) sorts.set(sort, [`${origin}/${path}`]);
  return sorts;
}

async function lookAt(sorts, { tongue, theme, size }) {
  const context = await browser.newContext({
    viewport: SIZES[size],
    colorScheme: theme,
    reducedMotion: "reduce",
    locale: "en",
  });
  const { page, faults } = await watched(context, origin);
  for (const [sort, [address]] of sorts) {
    const own = address.replace(origin, `${origin}/${tongue}`);
    const where = `${sort} (${tongue}, ${theme}, ${size})`;
    await page.goto(own);
    const name = `${sort.replace(/[^a-z]+/g, "-")}.${tongue}.${theme}.${size}.png`;
    await page.screenshot({ path: join(shots, name), fullPage: true });
    counts.screens += 1;
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    if (wide > 1) fault(where, `${wide} px wider than the screen`);
    await page.evaluate(axe);
    const { violations } = await page.evaluate((rules) => window.axe.run({ runOnly: rules }), RULES);
    counts.checked += 1;
    for (const { id, help, nodes } of violations) {
      fault(where, `axe ${id}: ${help}: ${nodes.slice(0, 3).map((node) => node.html).join(" ")}`);
    }
    for (const what of await faults()) fault(where, what);
  }
  await context.close();
}

async function withoutScript(sorts) {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const { page } = await watched(context, origin);
  for (const [sort, [address]] of sorts) {
    await page.goto(address);
    if ((await page.locator("h1").count()) !== 1) fault(sort, "without script it has not one h1");
    if ((await page.innerText("main")).trim().length < 20) fault(sort, "without script it says nothing");
  }
  await page.goto(origin + "/");
  await page.locator('form[role="search"] input[type="search"], header input[type="search"]').first().fill("dock");
  await page.keyboard.press("Enter");
  await page.waitForURL(/search\/\?/);
  await context.close();
}

async function keys() {
  const context = await browser.newContext();
  const { page, faults } = await watched(context, origin);
  const focused = () => page.evaluate(() => document.activeElement?.outerHTML?.slice(0, 200) ?? "");
  await page.goto(origin + "/");
  await page.keyboard.press("Tab");
  if (!/href="#/.test(await focused())) fault("keys", "Tab does not come to a skip link first");
  await page.keyboard.press("j");
  const first = await focused();
  await page.keyboard.press("j");
  const second = await focused();
  if (first === second || !second.includes("href")) fault("keys", "j does not go to the next story");
  await page.keyboard.press("k");
  if ((await focused()) !== first) fault("keys", "k does not go back");
  await page.keyboard.press("/");
  if (!/type="search"/.test(await focused())) fault("keys", "/ does not go to the search field");
  await page.keyboard.type("jk?");
  if ((await page.evaluate(() => document.activeElement.value)) !== "jk?") fault("keys", "keys act while one writes");
  await page.keyboard.press("Escape");
  await page.goto(origin + "/");
  await page.keyboard.press("?");
  if ((await page.locator("dialog[open]").count()) !== 1) fault("keys", "? shows no help");
  await page.keyboard.press("Escape");
  if ((await page.locator("dialog[open]").count()) !== 0) fault("keys", "Escape does not close the help");
  await page.keyboard.press("j");
  await page.keyboard.press("o");
  await page.waitForURL(/\/story\//, { timeout: 5000 }).catch(() => fault("keys", "o does not open the story"));
  await page.keyboard.press("]");
  await page.waitForURL(/\/compare\//, { timeout: 5000 }).catch(() => fault("keys", "] does not open the next tab"));
  await page.keyboard.press("g");
  await page.keyboard.press("h");
  await page.waitForURL(origin + "/", { timeout: 5000 }).catch(() => fault("keys", "g h does not go to the front page"));
  for (const what of await faults()) fault("keys", what);
  await context.close();
}

async function print(sorts) {
  const context = await browser.newContext();
  const { page } = await watched(context, origin);
  for (const sort of ["story", "story/compare"]) {
    const [address] = sorts.get(sort) ?? [];
    if (address === undefined) {
      fault(sort, "no such screen was found");
      continue;
    }
    await page.goto(address);
    const name = `${sort.replace(/[^a-z]+/g, "-")}.print.pdf`;
    const file = await page.pdf({ path: join(shots, name), format: "A4" });
    const pages = file.toString("latin1").match(/\/Type\s*\/Page\b/g)?.length ?? 0;
    if (pages === 0 || pages > MOST_PRINTED) fault(sort, `is printed on ${pages} pages`);
  }
  await context.close();
}

/** Files beside pages: of a type that is not guessed, and well-formed whatever stands in them. */
async function files(addresses) {
  const context = await browser.newContext();
  const blank = await context.newPage();
  for (const address of addresses) {
    const answer = await fetch(address);
    const type = answer.headers.get("content-type") ?? "";
    const policy = answer.headers.get("content-security-policy") ?? "";
    const text = await answer.text();
    counts.files += 1;
    if (answer.headers.get("x-content-type-options") !== "nosniff") fault(address, "its type may be guessed");
    if (!policy.includes("default-src 'none'") || policy.includes("unsafe-inline")) fault(address, `policy ${policy}`);
    if (/xml/.test(type)) {
      const parse = (text) => new DOMParser().parseFromString(text, "application/xml").querySelector("parsererror")?.textContent;
      const broken = await blank.evaluate(parse, text);
      if (broken) fault(address, `no XML: ${broken.slice(0, 200)}`);
    } else if (/json/.test(type)) {
      try {
        JSON.parse(text);
      } catch (error) {
        fault(address, `no JSON: ${error.message}`);
      }
    } else if (!/^text\/(plain|csv|html)/.test(type)) {
      fault(address, `is sent as ${type}`);
    }
  }
  await context.close();
}

async function attack() {
  const context = await browser.newContext();
  const { page, faults } = await watched(context, hostile);
  const beside = new Set();
  const held = new Set();
  for (const [sort, addresses] of await screens(hostile, mostAlike)) {
    for (const address of addresses) {
      await page.goto(address);
      await page.evaluate(() => {
        for (const folded of document.querySelectorAll("details")) folded.open = true;
        for (const each of document.querySelectorAll("body *")) {
          each.dispatchEvent(new Event("mouseover", { bubbles: true }));
          each.dispatchEvent(new Event("focus"));
        }
      });
      await page.waitForTimeout(20);
      if (/boom\(\)|bo'\+'om/.test(await page.innerText("main"))) held.add(sort.split("?")[0]);
      if ((await page.locator(".revision .altered").count()) > 0) held.add("a revision");
      const led = await page.$$eval("a[href], form[action], [src]", (all) =>
        all.map((one) => one.href ?? one.action ?? one.src),
      );
      for (const link of led) {
        if (!/^https?:/.test(link)) fault(`hostile ${sort}`, `a link to ${link}`);
      }
      for (const link of await links(address)) {
        if (/\.(xml|json|csv|txt)(\?|$)/.test(link) && link.startsWith(hostile)) beside.add(link);
      }
      const handlers = await page.$$eval("body *", (all) =>
        all.flatMap((one) => one.getAttributeNames().filter((name) => name.startsWith("on") || name === "style")),
      );
      if (handlers.length > 0) fault(`hostile ${sort}`, `attributes ${[...new Set(handlers)].join(", ")}`);
      for (const what of await faults()) fault(`hostile ${address}`, what);
    }
  }
  for (const sort of HOLD) if (!held.has(sort)) fault(`hostile ${sort}`, "no foreign words were seen on it");
  await files([...beside].slice(0, MOST_FILES));
  const lines = (await readFile(new URL("payloads.txt", import.meta.url), "utf8")).split("\n");
  for (const payload of lines.filter((line) => line && !line.startsWith("#"))) {
    const asked = encodeURIComponent(payload);
    for (const path of [`search/?q=${asked}`, `?topic=${asked}&place=${asked}`, `outlet/${asked}/`, `person/${asked}/`, `story/${asked}/`]) {
      await page.goto(`${hostile}/${path}`);
      for (const what of await faults()) fault(`payload ${payload} at ${path}`, what);
    }
    counts.payloads += 1;
  }
  await context.close();
}
