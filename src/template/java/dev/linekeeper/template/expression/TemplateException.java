package dev.linekeeper.template.expression;

import java.io.Serial;

/**
 * A template or expression that cannot be compiled, or whose evaluation yields no value or exceeds a limit. The only
 * exception the engine throws for what it is given.
 *
 * <pre>{@code
 * CardTemplate.compile("{\"body\": [{\"text\": \"Hi ${length(5)}\"}]}");
 * // TemplateException: length argument 1 should be a string, not a number (at /body/0/text, column 6)
 * }</pre>
 */
public final class TemplateException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    private final String problem;
    private final String pointer;
    private final int column;

    /** A problem at a place in an expression that stands on its own; the column counts from 1, 0 is unknown. */
    public TemplateException(String problem, int column) {
        this(problem, "", column);
    }

    private TemplateException(String problem, String pointer, int column) {
        super(pointer.isEmpty() && column == 0 ? problem : "%s (at %s)".formatted(problem, place(pointer, column)));
        this.problem = problem;
        this.pointer = pointer;
        this.column = column;
    }

    /** The same problem, in the text at this place of a template. */
    public TemplateException at(String jsonPointer) {
        return new TemplateException(problem, jsonPointer, column);
    }

    private static String place(String pointer, int column) {
        String where = column == 0 ? "" : "column " + column;
        return pointer.isEmpty() || where.isEmpty() ? pointer + where : pointer + ", " + where;
    }

    /** The problem alone, without the place. */
    public String problem() {
        return problem;
    }

    /** Where in the template: the JSON pointer (RFC 6901) of the text; empty for the root and for a lone expression. */
    public String pointer() {
        return pointer;
    }

    /** The column of the text, counted from 1; 0 when the problem is not at one place. */
    public int column() {
        return column;
    }
}
