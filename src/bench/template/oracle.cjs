// Answers questions line by line with the official engines: {"template","data","host"} or {"expression","data"} on standard
// input; {"output","warnings"}, {"value"}, {"undefined"} or {"error"} on standard output.
// node oracle.cjs [folder with node_modules] [the time it is, for ever]
const path = require("node:path");
const from = require("node:module").createRequire(path.join(path.resolve(process.argv[2] ?? __dirname), "x.js"));
const { Template } = from("adaptivecards-templating");
const { Expression } = from("adaptive-expressions");

if (process.argv[3]) {
    const now = new Date(process.argv[3]).getTime();
    global.Date = class extends Date {
        constructor(...given) {
            super(...(given.length ? given : [now]));
        }
        static now() {
            return now;
        }
    };
}

function expand(question) {
    const template = new Template(question.template);
    const output = template.expand({ $root: question.data, $host: question.host });
    return { output: output === undefined ? null : output, warnings: template.getLastTemplateExpansionWarnings() };
}

function evaluate(question) {
    const { value, error } = Expression.parse(question.expression).tryEvaluate(question.data ?? {});
    if (error) {
        return { error: String(error) };
    }
    return value === undefined ? { undefined: true } : { value };
}

require("node:readline").createInterface({ input: process.stdin }).on("line", (line) => {
    let answer;
    try {
        const question = JSON.parse(line);
        answer = JSON.stringify("template" in question ? expand(question) : evaluate(question));
    } catch (thrown) {
        answer = JSON.stringify({ error: String(thrown && thrown.message ? thrown.message : thrown) });
    }
    console.log(answer);
});
