// Builds the page: node build.mjs [output folder]; with --tests the tests instead.
import { build } from "esbuild";
import { cpSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

const LARGEST_KILOBYTES = 420;
const tests = process.argv.includes("--tests");

if (tests) {
  await build({
    entryPoints: readdirSync("test").map((file) => join("test", file)),
    outdir: ".tests",
    outExtension: { ".js": ".mjs" },
    bundle: true,
    platform: "node",
    format: "esm",
    logLevel: "warning",
  });
} else {
  const folder = process.argv[2] ?? "dist";
  mkdirSync(folder, { recursive: true });
  await build({
    entryPoints: { app: "src/main.tsx", style: "src/style/main.css" },
    outdir: folder,
    bundle: true,
    minify: true,
    format: "esm",
    target: ["es2022"],
    legalComments: "linked",
    logLevel: "warning",
  });
  cpSync("src/index.html", join(folder, "index.html"));
  cpSync("src/icon.svg", join(folder, "icon.svg"));
  let total = 0;
  for (const name of ["app.js", "style.css"]) {
    const bytes = readFileSync(join(folder, name));
    total += bytes.length;
    const kilobytes = (size) => (size / 1024).toFixed(1);
    console.log(`playground ${name}: ${kilobytes(bytes.length)} KB, ${kilobytes(gzipSync(bytes).length)} KB compressed`);
  }
  if (total > LARGEST_KILOBYTES * 1024) {
    throw new Error(`The page has grown beyond ${LARGEST_KILOBYTES} KB.`);
  }
}
