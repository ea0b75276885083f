import { afterAll, beforeAll, expect, test } from "vitest";
import { describeInChromium, startExplorer, type Explorer } from "./open-explorer.ts";

describeInChromium("asking in the page", () => {
  let explorer: Explorer;
  beforeAll(async () => {
    explorer = await startExplorer();
  });
  afterAll(() => explorer.close());

  test("reads a typed question, answers with a sentence, and follows it into the minutes", async () => {
    const { page, problems } = await explorer.open();
    await page.getByRole("combobox").fill("who works on gicv3?");
    await page.getByRole("combobox").press("Enter");
    const answer = page.getByRole("complementary", { name: /^Answer:/ });
    await answer.getByText("I read this as: who works on GICv3").waitFor();
    await answer.getByRole("button", { name: "Marc Zyngier", exact: true }).waitFor();
    await answer.getByText("Spending most time on GICv3").first().click();
    await page.locator("mark", { hasText: "Spending most time" }).first().waitFor();
    expect(new URL(page.url()).hash.toLowerCase()).toContain("ask=who+works+on+gicv3");
    expect(problems).toEqual([]);
  });

  test("shows the same answer to whoever opens its address, and the one before after Back", async () => {
    const { page, problems } = await explorer.open("#ask=who+is+with+VOS");
    const answer = page.getByRole("complementary", { name: /^Answer:/ });
    await answer.getByRole("button", { name: "Mian Hamayun", exact: true }).waitFor();
    await page.getByRole("combobox").fill("which company is Diana with");
    await page.keyboard.press("Enter");
    await answer.getByRole("button", { name: "Freescale", exact: true }).waitFor();
    await page.goBack();
    await answer.getByRole("button", { name: "Mian Hamayun", exact: true }).waitFor();
    expect(problems).toEqual([]);
  });

  test("says what it can where it cannot read a question, and shows markup as text", async () => {
    const { page, problems } = await explorer.open("#ask=%3Cimg+src%3Dx%3E+why");
    const answer = page.getByRole("complementary", { name: /^Answer:/ });
    await answer.getByRole("heading", { name: "<img src=x> why" }).waitFor();
    await answer.getByText("You can ask:").waitFor();
    expect(await answer.locator("img").count()).toBe(0);
    expect(problems).toEqual([]);
  });

  test("the matrix opens the sentence behind a cell, and the timeline has a column for the meeting", async () => {
    const { page, problems } = await explorer.open();
    await page.getByRole("button", { name: "Matrix", exact: true }).click();
    await page.getByRole("button", { name: /^Marc Zyngier, GICv3: .*in review$/ }).click();
    await page.locator("mark", { hasText: "Spending most time on GICv3" }).first().waitFor();
    await page.getByRole("button", { name: "Timeline", exact: true }).click();
    await page.getByRole("columnheader", { name: "2013-12-03" }).waitFor();
    await page.locator('.timeline tr[aria-current="true"]', { hasText: "Marc Zyngier" }).waitFor();
    await page.getByRole("button", { name: "Topics", exact: true }).click();
    await page
      .getByRole("row", { name: /^GICv3/ })
      .getByText("appears 2013-12-03")
      .waitFor();
    expect(new URL(page.url()).hash).toContain("view=timeline");
    expect(problems).toEqual([]);
  });

  test("offers a whole question while its name is being typed", async () => {
    const { page, problems } = await explorer.open();
    await page.getByRole("combobox").fill("who works on gic");
    await page.getByRole("option", { name: "who works on GICv3" }).first().click();
    await page.getByText("I read this as: who works on GICv3").waitFor();
    expect(problems).toEqual([]);
  });
});
