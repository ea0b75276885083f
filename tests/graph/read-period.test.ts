import { describe, expect, test } from "vitest";
import { readPeriod } from "../../src/graph/read-period.ts";

const CALENDAR = { latest: "2014-03-18", meetings: ["2013-12-03", "2014-01-07", "2014-03-18"] };
const read = (text: string) => readPeriod(text, CALENDAR);

describe("the time of a question", () => {
  test.each([
    ["Tea since 2013", "2013-01-01", undefined],
    ["Tea after 2013", "2014-01-01", undefined],
    ["Tea before 3 March 2014", undefined, "2014-03-02"],
    ["Tea until 2014-02", undefined, "2014-02-28"],
    ["Tea in 2013", "2013-01-01", "2013-12-31"],
    ["Tea in Feb. 2012", "2012-02-01", "2012-02-29"],
    ["Tea February 2012", "2012-02-01", "2012-02-29"],
    ["Tea in Q1 2014", "2014-01-01", "2014-03-31"],
    ["Tea on 2013/12/3", "2013-12-03", "2013-12-03"],
    ["Tea on December 3rd, 2013", "2013-12-03", "2013-12-03"],
    ["Tea on the 3rd", undefined, undefined],
    ["Tea from 2012 to 2013-06-05", "2012-01-01", "2013-06-05"],
    ["Tea between Jan 2013 and May 2013", "2013-01-01", "2013-05-31"],
    ["Tea from 2013 on", "2013-01-01", undefined],
    ["Tea 2013", undefined, undefined],
    ["Tea since 2013-02-30", undefined, undefined],
    ["Tea in 0999", undefined, undefined],
  ])("“%s” is reckoned by the calendar", (text, since, until) => {
    const { text: rest, period } = read(text);
    expect([period.since, period.until]).toEqual([since, until]);
    expect(rest).toBe((since ?? until) ? "Tea" : text);
  });

  test.each([
    ["last meeting", "2014-03-18", "2014-03-18"],
    ["at the latest call", "2014-03-18", "2014-03-18"],
    ["since the previous meeting", "2014-01-07", undefined],
    ["in the last two meetings", "2014-01-07", "2014-03-18"],
    ["at the first meeting", "2013-12-03", "2013-12-03"],
    ["this month", "2014-03-01", "2014-03-31"],
    ["last month", "2014-02-01", "2014-02-28"],
    ["last year", "2013-01-01", "2013-12-31"],
    ["last quarter", "2013-10-01", "2013-12-31"],
    ["last week", "2014-03-10", "2014-03-16"],
    ["in the last 3 weeks", "2014-02-26", "2014-03-18"],
    ["the past two years", "2012-03-19", "2014-03-18"],
    ["in March", "2014-03-01", "2014-03-31"],
    ["in December", "2013-12-01", "2013-12-31"],
    ["recently", "2013-12-19", "2014-03-18"],
  ])("“%s” is reckoned from the latest minutes", (words, since, until) => {
    expect(read(`Tea ${words}`)).toEqual({ text: "Tea", period: { since, ...(until && { until }) } });
  });

  test("may stand before the question", () => {
    expect(read("in 2013, who works on Tea")).toEqual({
      text: "who works on Tea",
      period: { since: "2013-01-01", until: "2013-12-31" },
    });
  });

  test("ends a month's span on the last day that the month has", () => {
    const calendar = { latest: "2014-03-31", meetings: [] };
    expect(readPeriod("Tea in the last 1 months", calendar).period.since).toBe("2014-03-01");
  });

  test("is not reckoned from minutes without a date", () => {
    const text = "who works on Tea last month";
    expect(readPeriod(text, { latest: "", meetings: [] })).toEqual({ text, period: {} });
  });
});
