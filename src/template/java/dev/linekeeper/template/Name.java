package dev.linekeeper.template;

/** The name of a property. */
final class Name {
    private final String text;
    private final byte[] json;

    private Name(String text, byte[] json) {
        this.text = text;
        this.json = json;
    }

    static Name of(String text) {
        Utf8Buffer json = new Utf8Buffer(Long.MAX_VALUE, text.length() * 3 + 3);
        json.string(text);
        json.raw(':');
        return new Name(text, json.result());
    }

    /** The name. */
    String text() {
        return text;
    }

    /** The name as JSON in UTF-8, with the colon after it; not to be changed. */
    byte[] json() {
        return json;
    }
}
