// The cards of the benchmark: about 1 KB, 5 KB (an element repeated for 20 items) and 15 KB when expanded. Writes them as JSON.
const row = (index) => ({ name: `Person ${index}`, upn: `p${index}@contoso.example`, number: `+1425555${1000 + index}`, ready: index % 3 !== 0, age: index });
const data = { title: "Shared Calling", admin: { name: "Ada", city: "London" }, at: "2026-11-22T10:00:00Z", people: Array.from({ length: 20 }, (_, i) => row(i)) };
const text = (t, more) => ({ type: "TextBlock", text: t, wrap: true, ...more });
const head = [text("${title}", { size: "Large", weight: "Bolder" }), text("Hello ${admin.name} in ${admin.city}", { isSubtle: true })];
const item = (index) => ({
    type: "ColumnSet", $data: "${people}", separator: true,
    columns: [
        { type: "Column", width: "stretch", items: [text("**${name}** (${upn})"), text("${number}", { $when: "${ready}", color: "Good" })] },
        { type: "Column", width: "auto", items: [text("${if(ready, 'Ready', 'Not ready')}", { $when: "${exists(upn)}" })] },
    ].slice(0, index),
});
const facts = (n) => ({ type: "FactSet", facts: Array.from({ length: n }, (_, i) => ({ title: `Fact ${i}`, value: "${people[" + (i % 20) + "].name} - ${toUpper(people[" + ((i + 3) % 20) + "].upn)}" })) });
const card = (...body) => ({ $schema: "http://adaptivecards.io/schemas/adaptive-card.json", type: "AdaptiveCard", version: "1.5", body: [...head, ...body] });
const plain = (n) => Array.from({ length: n }, (_, i) => ({ type: "Container", style: "emphasis", bleed: true, items: [text(`Paragraph ${i}: what people see when a call comes in.`), text("${title} ${admin.name}")] }));
module.exports = {
    data,
    cards: {
        "1k": card(facts(6)),
        "5k": card(item(1)),
        "15k": card(item(2), facts(30), ...plain(30)),
    },
};
if (require.main === module) {
    const fs = require("node:fs");
    const folder = process.argv[2] ?? ".";
    fs.writeFileSync(`${folder}/data.json`, JSON.stringify(data));
    for (const [name, template] of Object.entries(module.exports.cards)) {
        fs.writeFileSync(`${folder}/${name}.json`, JSON.stringify(template));
    }
}
