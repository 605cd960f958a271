package dev.linekeeper.template;

import tools.jackson.databind.JsonNode;

/** Where an expansion is written to, in the order of the output. Commas and colons are the sink's business. */
interface Sink {
    /** The name of the property whose value comes next. */
    void name(Name name);

    /** A value, which becomes a copy. Undefined and what JSON cannot express become null. */
    void value(JsonNode value);

    /** A part of the template that is always the same. */
    void fixed(Node.Fixed part);

    void beginObject();

    void endObject();

    void beginArray();

    void endArray();

    /** Any number of values follow where one is expected; gives a mark for their end. */
    int beginMany();

    /** So many values came since the mark: none become null, one stands for itself, more become an array. */
    void endMany(int mark, int count);
}
