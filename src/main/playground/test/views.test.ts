import assert from "node:assert/strict";
import { test } from "node:test";
import { preview } from "../src/views";
import type { Content, Message } from "../src/types";

const line = (content: Content) => preview({ content } as Message);
const card = (content: object) => ({ contentType: "application/vnd.microsoft.card.adaptive", content });

test("a line for lists is the summary, else the text", () => {
  assert.equal(line({ summary: "Approve SC-1?", text: "long", attachments: [] }), "Approve SC-1?");
  assert.equal(line({ summary: " ", text: "long" }), "long");
});

test("a line for a card is its first text, wherever that is", () => {
  const body = [{ type: "Container", items: [{ type: "TextBlock", text: " " }, { type: "TextBlock", text: "Enrol Adele" }] }];
  assert.equal(line({ attachments: [{ contentType: "text/html" }, card({ body })] }), "Enrol Adele");
  assert.equal(line({ attachments: [card({ body: [], fallbackText: "A card" })] }), "A card");
  assert.equal(line({ attachments: [card({ body: [] })] }), "Card");
});

test("a line for files alone is the name of the first", () => {
  assert.equal(line({ attachments: [{ contentType: "application/vnd.microsoft.teams.file.download.info", name: "people.csv" }] }), "people.csv");
  assert.equal(line({ attachments: [{ contentType: "application/vnd.microsoft.teams.card.file.consent", name: "rows.csv" }] }), "rows.csv");
  assert.equal(line({ attachments: [{ contentType: "application/vnd.microsoft.teams.card.file.info", name: "rows.csv" }] }), "rows.csv");
  assert.equal(line({}), "");
});
