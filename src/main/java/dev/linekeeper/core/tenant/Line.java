package dev.linekeeper.core.tenant;

/**
 * One number a person holds. Someone may have a primary, one private (inbound only) and several alternate ones
 * (<a href="https://learn.microsoft.com/microsoftteams/multi-line">multi-line</a>).
 */
public record Line(PhoneNumber number, Category category) {
    public enum Category {
        PRIMARY,
        PRIVATE,
        ALTERNATE
    }
}
