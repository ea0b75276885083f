import { readFileSync } from "node:fs";
import { strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { buildGraph } from "../../src/build-graph.ts";
import { createGraphSource } from "../../src/formats/graph-source.ts";
import { writeGexf } from "../../src/formats/write-gexf.ts";
import { createMinutesGraph } from "../../src/graph/create-minutes-graph.ts";
import { defaultGazetteer } from "../../src/default-gazetteer.ts";
import { readSourceFiles } from "../../src/explorer/data/read-source-files.ts";

const kvm = {
  path: "kvm-2013-12-03.txt",
  bytes: new Uint8Array(
    readFileSync(new URL("../../graph-data/minutes/kvm-2013-12-03.txt", import.meta.url)),
  ),
};
const pilots = {
  path: "pilots.txt",
  bytes: strToU8(
    "Harbour pilots, May 7th, 2019\n\nAttendees:\n- Ida Holm (Nordkai)\n- Tom Reed (Baywatch Ltd)\n",
  ),
};
const built = await buildGraph([kvm], { gazetteer: defaultGazetteer });
const graphFile = { path: "out/kvm.json", bytes: strToU8(JSON.stringify(built.graph)) };

describe("opening files", () => {
  test("builds minutes to the same graph as the command does", async () => {
    const opened = await readSourceFiles([kvm]);
    expect(opened.name).toBe("kvm-2013-12-03.txt");
    expect(JSON.stringify(opened.graph)).toBe(JSON.stringify(built.graph));
  });

  test("opens a graph file as it is", async () => {
    const opened = await readSourceFiles([graphFile]);
    expect(opened.name).toBe("kvm.json");
    expect(opened.graph.nodes).toEqual(built.graph.nodes);
    expect(opened.graph.edges).toEqual(built.graph.edges);
  });

  test("opens a GEXF file with its sentences and the texts of its minutes", async () => {
    const gexf = writeGexf(createGraphSource(createMinutesGraph(built.graph)));
    const opened = await readSourceFiles([{ path: "kvm.gexf", bytes: strToU8(gexf) }]);
    expect(opened.graph.nodes.map(({ key }) => key)).toEqual(built.graph.nodes.map(({ key }) => key));
    expect(opened.graph.edges.map(({ attributes }) => attributes?.evidence)).toEqual(
      built.graph.edges.map(({ attributes }) => attributes?.evidence),
    );
    expect(opened.graph.attributes.documents).toEqual(built.graph.attributes.documents);
  });

  test("opens GraphML, and the two tables of a graph together", async () => {
    const graphml = `<graphml xmlns="http://graphml.graphdrawing.org/xmlns"><graph edgedefault="directed">
      <node id="tides"/><node id="buoys"/><edge source="tides" target="buoys"/></graph></graphml>`;
    const opened = await readSourceFiles([{ path: "harbour.graphml", bytes: strToU8(graphml) }]);
    expect(opened.graph.edges.map(({ source, target }) => [source, target])).toEqual([
      ["topic:tides", "topic:buoys"],
    ]);
    const tables = await readSourceFiles([
      { path: "harbour/nodes.csv", bytes: strToU8("Id,Label\na,Tides\nb,Buoys\n") },
      { path: "harbour/edges.csv", bytes: strToU8("Source,Target\na,b\n") },
    ]);
    expect(tables.name).toBe("harbour");
    expect(tables.graph.edges).toHaveLength(1);
    expect(tables.graph.nodes.map(({ key }) => key)).toEqual(["topic:buoys", "topic:tides"]);
  });

  test("asks which column of another program's table is what, and not of our own", async () => {
    const asked: unknown[] = [];
    const own = "Source,Target,Type,Kind,Label,Weight,First,Last,Sentences\nTides,Buoys,,,,,,,\n";
    const other = "Pilot,Years,Harbour\nIda,7,Nordkai\n";
    const { graph } = await readSourceFiles(
      [
        { path: "own.csv", bytes: strToU8(own) },
        { path: "other.csv", bytes: strToU8(other) },
      ],
      {
        chooseColumns: (tables) => {
          asked.push(tables);
          return Promise.resolve([{ source: 0, target: 2, weight: 1 }]);
        },
      },
    );
    expect(asked).toEqual([
      [
        {
          path: "other.csv",
          head: ["Pilot", "Years", "Harbour"],
          first: ["Ida", "7", "Nordkai"],
          columns: {},
        },
      ],
    ]);
    expect(graph.edges.map(({ source, target, attributes }) => [source, target, attributes?.weight])).toEqual(
      [
        ["topic:ida", "topic:nordkai", 7],
        ["topic:tides", "topic:buoys", 1],
      ],
    );
  });

  test("reads a zip archive as the files in it, without what the system put there", async () => {
    const zip = zipSync({
      "notes/kvm.txt": kvm.bytes,
      "notes/.DS_Store": strToU8("x"),
      "__MACOSX/notes/._kvm.txt": strToU8("x"),
      "notes/pilots.txt": pilots.bytes,
    });
    const opened = await readSourceFiles([{ path: "notes.zip", bytes: zip }]);
    expect(opened.name).toBe("notes.zip");
    expect(Object.keys(opened.graph.attributes.documents)).toEqual(["notes/kvm.txt", "notes/pilots.txt"]);
  });

  test("keeps two files of the same path apart", async () => {
    const { graph } = await readSourceFiles([pilots, { ...kvm, path: pilots.path }]);
    expect(Object.keys(graph.attributes.documents).toSorted()).toEqual(["pilots.txt", "pilots.txt (2)"]);
  });

  test("tells each file before it reads it", async () => {
    const told: unknown[] = [];
    await readSourceFiles([pilots, kvm], { onProgress: (...progress) => told.push(progress) });
    expect(told).toEqual([
      [0, 2, "kvm-2013-12-03.txt"],
      [1, 2, "pilots.txt"],
    ]);
  });

  test("names several files by the folder that holds them all", async () => {
    const inFolder = [pilots, kvm].map((file) => ({ ...file, path: `minutes/${file.path}` }));
    expect((await readSourceFiles(inFolder)).name).toBe("minutes");
    expect((await readSourceFiles([pilots, kvm])).name).toBe("2 files");
  });

  test("leaves a graph file among minutes out, and says so", async () => {
    const { graph, diagnostics } = await readSourceFiles([graphFile, pilots]);
    expect(Object.keys(graph.attributes.documents)).toEqual(["pilots.txt"]);
    expect(diagnostics[0]).toMatchObject({ code: "graph-among-minutes", document: "out/kvm.json" });
  });

  test.each([
    ["an empty file", [{ path: "empty.txt", bytes: new Uint8Array() }], /empty\.txt/],
    ["an empty folder", [], /no files/],
    ["two graph files", [graphFile, graphFile], /one at a time/],
    [
      "a graph file that is cut off",
      [{ path: "cut.json", bytes: graphFile.bytes.slice(0, -9) }],
      /cut\.json.*JSON/,
    ],
    ["a graph of another form", [{ path: "g.json", bytes: strToU8('{"nodes": 1, "edges": []}') }], /g\.json/],
    [
      "a broken archive",
      [{ path: "a.zip", bytes: new Uint8Array([0x50, 0x4b, 3, 4, 9, 9]) }],
      /a\.zip.*unpacked/,
    ],
  ])("refuses %s with a message that names it", async (_, files, message) => {
    await expect(readSourceFiles(files)).rejects.toThrow(message);
  });
});
