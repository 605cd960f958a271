import assert from "node:assert/strict";
import test from "node:test";
import { bare, html, plain, safeLink } from "../src/markdown";

test("marks become tags", () => {
  assert.equal(html("**bold** and *slanted* and `code`"), "<p><strong>bold</strong> and <em>slanted</em> and <code>code</code></p>");
  assert.equal(html("- one\n- two"), "<ul><li>one</li><li>two</li></ul>");
  assert.equal(html("3. three\n4. four"), '<ol start="3"><li>three</li><li>four</li></ol>');
  assert.equal(html("a\nb\n\nc"), "<p>a<br>b</p><p>c</p>");
});

test("names with underscores stay as they are", () => {
  assert.equal(html("snake_case_name"), "<p>snake_case_name</p>");
});

test("what is quoted is shown as it was", () => {
  assert.equal(html("\\<b\\>adele\\</b\\> \\*x\\* https:\\//e.com"), "<p>&#60;b&#62;adele&#60;/b&#62; *x* https://e.com</p>");
});

test("no HTML of the text survives", () => {
  for (const evil of [
    "<img src=x onerror=alert(1)>",
    "**<script>alert(1)</script>**",
    "`<b>`",
    "[<i>x</i>](https://example.com)",
    '[x](https://example.com/"onmouseover="alert(1))',
    "<at><img src=x></at>",
    "```\n<script>\n```",
    "# <svg onload=alert(1)>",
    "> <iframe>",
  ]) {
    const tags = html(evil).match(/<\/?[a-z]+/g) ?? [];
    assert.ok(
      tags.every((tag) => /^<\/?(p|strong|code|pre|a|em|ul|li|ol|br|span|blockquote)$/.test(tag)),
      `${evil} gave ${html(evil)}`,
    );
    assert.doesNotMatch(html(evil), /<[^>]*\son\w+=/);
  }
  assert.equal(plain("<b>\n&"), "&#60;b&#62;<br>&#38;");
});

test("links lead only where it is safe", () => {
  assert.match(html("[docs](https://example.com/a)"), /^<p><a href="https:\/\/example.com\/a" target="_blank" rel="noopener noreferrer">docs<\/a><\/p>$/);
  assert.equal(html("[x](javascript:alert(1))"), "<p>[x](javascript:alert(1))</p>");
  assert.equal(html("[x](data:text/html,1)"), "<p>[x](data:text/html,1)</p>");
  assert.equal(safeLink("vbscript:x"), undefined);
});

test("long texts of marks are read in no time", () => {
  const start = performance.now();
  for (const piece of ["*", "_", "**a", "[", "`", "~~", "<at>", "[a](", "\\"]) html(piece.repeat(5_000));
  assert.ok(performance.now() - start < 2_000);
});

test("previews have no marks", () => {
  assert.equal(bare("**Hello** <at>Linekeeper</at>\n[x](https://e.com)"), "Hello Linekeeper x");
});
