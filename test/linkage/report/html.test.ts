// Whatever text goes in, no markup comes out.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { html, trustedHtml } from "../../../src/linkage/report/html.ts";

describe("html", () => {
  it("escapes text, places Html as it is, joins arrays and drops what is absent", () => {
    assert.equal(
      html`<p title="${'a"b'}">${["<i>", html`<b>${"&"}</b>`]}${null}${undefined}${false}${7}</p>`.text,
      '<p title="a&quot;b">&lt;i&gt;<b>&amp;</b>7</p>',
    );
    assert.equal(html`${trustedHtml("<hr>")}`.text, "<hr>");
  });

  it("lets no character through that could end text or an attribute", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const escaped = html`${text}`.text;
        assert.doesNotMatch(escaped, /[<>"']/);
        assert.doesNotMatch(escaped.replace(/&(amp|lt|gt|quot|#39);/g, ""), /&/);
      }),
    );
  });

  it("replaces control characters and lone surrogates", () => {
    assert.equal(html`${"a\u0000b\ud800c\td\n"}`.text, "a\ufffdb\ufffdc\td\n");
  });
});
