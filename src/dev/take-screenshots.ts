// Takes the pictures of the explorer that the documentation shows: npm run screenshots
import { mkdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { BrowserContextOptions, Page } from "playwright-core";
import { startExplorer } from "./start-explorer.ts";

interface State {
  name: string;
  /** What follows the page's address. */
  address?: string;
  options?: BrowserContextOptions;
  act?: (page: Page) => Promise<void>;
}

const MARC = "#node=person:marc-zyngier";
const PHONE = { viewport: { width: 390, height: 780 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true };

const STATES: readonly State[] = [
  { name: "light" },
  { name: "dark", options: { colorScheme: "dark" } },
  { name: "card", address: MARC },
  {
    name: "minutes",
    address: MARC,
    options: { viewport: { width: 1440, height: 820 } },
    act: (page) => page.getByText("Spending most time on GICv3").first().click(),
  },
  { name: "search", act: (page) => page.getByRole("combobox").fill("pci") },
  { name: "filters", address: "#without=meeting&relations=works_on.committed_to.affiliated_with" },
  { name: "phone", address: MARC, options: PHONE },
  { name: "communities", address: "#colour=community" },
  { name: "list", act: (page) => page.getByRole("button", { name: "List", exact: true }).click() },
];

/** Until the drawing stands still. */
const SETTLED = 900;

const folder = fileURLToPath(new URL("screenshots/", import.meta.url));
await mkdir(folder, { recursive: true });
const explorer = await startExplorer();
try {
  for (const state of STATES) await takePicture(state);
} finally {
  await explorer.close();
}

async function takePicture({ name, address = "", options = {}, act }: State): Promise<void> {
  const { page, problems } = await explorer.open(address, { reducedMotion: "reduce", ...options });
  await page.getByText(/[1-9]\d* links are shown/).waitFor({ state: "attached" });
  await act?.(page);
  await page.waitForTimeout(SETTLED);
  await page.screenshot({ path: `${folder}${name}.png` });
  await page.context().close();
  console.log(`${name}.png`, ...problems);
}
