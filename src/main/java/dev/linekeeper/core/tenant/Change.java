package dev.linekeeper.core.tenant;

/** Everything Linekeeper can ever do to a tenant: one change to one person, safe to repeat. */
public sealed interface Change {
    UserId person();

    /**
     * Takes the person's own number away. Teams switches voice off with it
     * (<a href="https://learn.microsoft.com/powershell/module/microsoftteams/remove-csphonenumberassignment">cmdlet</a>).
      */
    record ReleaseNumber(UserId person, PhoneNumber number, NumberType type) implements Change {}

    /** Gives a number back when a release is undone. Teams switches voice on with it. */
    record AssignNumber(UserId person, PhoneNumber number, NumberType type) implements Change {}

    /** Turns the Enterprise Voice switch on or off without touching numbers. */
    record SwitchVoice(UserId person, boolean on) implements Change {}

    /** Grants a policy to the person directly. */
    record GrantPolicy(UserId person, PolicyKind kind, PolicyName policy) implements Change {}

    /** Takes the person's direct grant away; a group's or the Global policy takes over. */
    record RevokePolicy(UserId person, PolicyKind kind) implements Change {}
}
