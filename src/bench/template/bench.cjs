// Expansions a second of the official engine: kept and parsed each time.
// node bench.cjs [folder with node_modules] [seconds]
const path = require("node:path");
const from = require("node:module").createRequire(path.join(path.resolve(process.argv[2] ?? __dirname), "x.js"));
const { Template } = from("adaptivecards-templating");
const { data, cards } = require("./cards.cjs");
const seconds = Number(process.argv[3] ?? 3);

function rate(work) {
    for (let until = Date.now() + seconds * 500; Date.now() < until; ) work();
    let count = 0;
    const start = process.hrtime.bigint();
    const end = start + BigInt(seconds * 1e9);
    while (process.hrtime.bigint() < end) {
        work();
        count++;
    }
    return Math.round(count / (Number(process.hrtime.bigint() - start) / 1e9));
}

for (const [name, card] of Object.entries(cards)) {
    const json = JSON.stringify(card);
    const kept = new Template(card);
    const size = JSON.stringify(kept.expand({ $root: data })).length;
    console.log(`official ${name} (${json.length} bytes to ${size}): kept to tree ${rate(() => kept.expand({ $root: data }))}/s, `
        + `kept to text ${rate(() => JSON.stringify(kept.expand({ $root: data })))}/s, `
        + `parsed each time ${rate(() => new Template(JSON.parse(json)).expand({ $root: data }))}/s`);
}
