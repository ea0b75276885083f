import { zipSync } from "fflate";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { findViolations } from "./find-violations.ts";
import { describeInChromium, startExplorer, type Explorer } from "./open-explorer.ts";

const PILOTS =
  "Harbour pilots, May 7th, 2019\n\nAttendees:\n- Ida Holm (Nordkai)\n- Tom Reed (Baywatch Ltd)\n";
const DIVERS = "Harbour divers, May 9th, 2019\n\nAttendees:\n- Una Strand (Nordkai)\n";

const TWO_MARCS = `Status call, 2015-03-02

Attendees:
- Marc Zyngier (ARM)
- Marc Jones (Linaro)
- Peter Maydell (Linaro)

Minutes:
- Marc is working on the tide scheduler.
- Marc will review the tide schedular.
- Peter is working on the PCI controller.
`;

describeInChromium("bringing one's own minutes", () => {
  let explorer: Explorer;
  beforeAll(async () => {
    explorer = await startExplorer();
  });
  afterEach(() => explorer.closePages());
  afterAll(() => explorer.close());

  const currentTab = (page: Page) => page.locator(".data-tab [aria-current]");

  test("a dropped file is built, opened, and kept for the next visit until it is removed", async () => {
    const { page, problems } = await explorer.open();
    await drop(page, { "pilots.txt": PILOTS });
    await currentTab(page).getByText("pilots.txt").waitFor();
    await page.reload();
    await page.getByRole("button", { name: "pilots.txt", exact: true }).click();
    await currentTab(page).getByText("pilots.txt").waitFor();
    await page.getByRole("button", { name: "Remove pilots.txt" }).click();
    await page.getByRole("navigation", { name: "Graphs kept" }).waitFor({ state: "detached" });
    expect(problems).toEqual([]);
  });

  test("chosen files, an archive of them, and a graph file are opened", async () => {
    const { page, problems } = await explorer.open();
    const archive = zipSync({ "a/pilots.txt": encode(PILOTS), "a/divers.txt": encode(DIVERS) });
    await choose(page, [
      { name: "pilots.txt", buffer: encode(PILOTS) },
      { name: "divers.txt", buffer: encode(DIVERS) },
    ]);
    await currentTab(page).getByText("2 files").waitFor();
    await choose(page, [{ name: "minutes.zip", buffer: archive }]);
    await currentTab(page).getByText("minutes.zip").waitFor();
    const graph = await (await fetch(new URL("graph.json", explorer.url))).text();
    await choose(page, [{ name: "ours.json", buffer: encode(graph) }]);
    await currentTab(page).getByText("ours.json").waitFor();
    expect(await page.locator(".data-tab").count()).toBe(4);
    expect(problems).toEqual([]);
  });

  test("minutes are added to the graph that is open, where who has the same name is one", async () => {
    const { page, problems } = await explorer.open();
    await drop(page, { "pilots.txt": PILOTS });
    await currentTab(page).getByText("pilots.txt").waitFor();
    await page.getByRole("button", { name: "Open…" }).click();
    await page.getByRole("checkbox", { name: /^Add to the graph that is open/ }).check();
    await page.getByLabel("Choose files").setInputFiles({
      name: "divers.txt",
      buffer: Buffer.from(`${DIVERS}- Ida Holm (Nordkai)\n`),
      mimeType: "",
    });
    await currentTab(page).getByText("pilots.txt + divers.txt").waitFor();
    await page.getByRole("button", { name: "List", exact: true }).click();
    const names = await page.locator(".list tbody tr").getByRole("button").allTextContents();
    for (const name of ["Ida Holm", "Tom Reed", "Una Strand", "Nordkai"])
      expect(names.filter((each) => each === name)).toEqual([name]);
    expect(await page.locator(".data-tab").count()).toBe(3);
    expect(problems).toEqual([]);
  });

  test("another program's table is opened once the reader has said which column is what", async () => {
    const { page, problems } = await explorer.open();
    await choose(page, [
      { name: "ferries.csv", buffer: encode("Pilot,Years,Harbour\nIda,7,<b>Nordkai</b>\n") },
    ]);
    const dialog = page.getByRole("dialog", { name: "Which column is what?" });
    await dialog.getByLabel("Each row is").selectOption("a link");
    expect(await dialog.getByRole("button", { name: "Open" }).isDisabled()).toBe(true);
    await dialog.getByLabel("From").selectOption("Pilot (Ida)");
    await dialog.getByLabel("To").selectOption("Harbour (<b>Nordkai</b>)");
    expect(await findViolations(page)).toEqual([]);
    await dialog.getByRole("button", { name: "Open" }).click();
    await currentTab(page).getByText("ferries.csv").waitFor();
    await page.getByText("2 nodes and 1 links are shown").waitFor({ state: "attached" });
    await choose(page, [{ name: "other.csv", buffer: encode("a,b\n1,2\n") }]);
    await dialog.waitFor();
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "detached" });
    expect(await currentTab(page).textContent()).toBe("ferries.csv");
    expect(problems).toEqual([]);
  });

  test("pasted minutes are built, in the dialog and past it", async () => {
    const { page, problems } = await explorer.open();
    await page.getByRole("button", { name: "Open…" }).click();
    await page.getByLabel("Or paste minutes").fill(PILOTS);
    await page.getByRole("button", { name: "Build the graph" }).click();
    await currentTab(page).getByText("pasted.txt").waitFor();
    await page.evaluate((text) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", text);
      document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true }));
    }, DIVERS.repeat(2));
    await page.getByRole("button", { name: "pasted.txt", exact: true }).nth(1).waitFor();
    expect(problems).toEqual([]);
  });

  test("a file that is no minutes gets a message, and the graph that was open stays", async () => {
    const { page, problems } = await explorer.open();
    await drop(page, { "pilots.txt": PILOTS });
    await currentTab(page).getByText("pilots.txt").waitFor();
    await drop(page, { "empty.txt": "" });
    await page.getByRole("alert").getByText("empty.txt").waitFor();
    expect(await currentTab(page).textContent()).toBe("pilots.txt");
    await page.getByRole("button", { name: "Dismiss" }).click();
    expect(await page.getByRole("alert").textContent()).toBe("");
    expect(problems).toEqual([]);
  });

  test("who is meant and what is the same is chosen, stays so for the next visit, and is undone", async () => {
    const { page, problems } = await explorer.open();
    await drop(page, { "call.txt": TWO_MARCS });
    await currentTab(page).getByText("call.txt").waitFor();
    await page.getByRole("button", { name: "2 notes" }).click();
    await page
      .getByRole("group", { name: /"Marc" could be/ })
      .getByRole("button", { name: "Marc Jones" })
      .click();
    await page.getByText("“Marc” is Marc Jones in call.txt").waitFor();
    await page
      .getByRole("group", { name: /look alike/ })
      .getByRole("button", { name: "The same" })
      .click();
    await page.getByText("“tide schedular” and “tide scheduler” are the same").waitFor();
    expect(await page.getByText("took the drawing away").count()).toBe(0);
    await page.getByRole("button", { name: "2 decided" }).click();
    await page.reload();
    await page.getByRole("button", { name: "call.txt", exact: true }).click();
    await page.getByRole("combobox").fill("marc jones");
    await page.getByRole("option").first().click();
    const work = page.getByRole("complementary", { name: "Person: Marc Jones" });
    await work.getByText("Marc is working on the tide scheduler").waitFor();
    await work.getByText("Marc will review the tide schedular").waitFor();
    await page.getByRole("button", { name: "2 decided" }).click();
    await page.getByRole("button", { name: "Undo this decision" }).first().click();
    await page.getByRole("button", { name: "1 note" }).waitFor();
    await page.getByRole("group", { name: /"Marc" could be/ }).waitFor();
    expect(problems).toEqual([]);
  });

  test("a long build tells what it reads, and can be cancelled", async () => {
    const { page, problems } = await explorer.open();
    const files = Array.from({ length: 300 }, (_, at) => [`${at}.txt`, PILOTS.repeat(40)] as const);
    await drop(page, Object.fromEntries(files));
    await page.getByText(/Reading \d+\.txt \(\d+ of 300\)/).waitFor();
    await page.getByRole("button", { name: "Cancel" }).click();
    await page.getByRole("progressbar").waitFor({ state: "detached" });
    expect(await page.locator(".data-tab").count()).toBe(0);
    expect(await page.getByRole("alert").textContent()).toBe("");
    expect(problems).toEqual([]);
  });

  async function choose(page: Page, files: { name: string; buffer: Uint8Array }[]): Promise<void> {
    await page.getByRole("button", { name: "Open…" }).click();
    const given = files.map(({ name, buffer }) => ({ name, buffer: Buffer.from(buffer), mimeType: "" }));
    await page.getByLabel("Choose files").setInputFiles(given);
  }
});

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

/** As a browser does it: the events that come while files are held over the page, then the drop. */
async function drop(page: Page, files: Record<string, string>): Promise<void> {
  await page.evaluate((contents) => {
    const dataTransfer = new DataTransfer();
    for (const [name, text] of Object.entries(contents)) dataTransfer.items.add(new File([text], name));
    for (const event of ["dragenter", "dragover", "drop"])
      document.body.dispatchEvent(new DragEvent(event, { dataTransfer, bubbles: true, cancelable: true }));
  }, files);
}
