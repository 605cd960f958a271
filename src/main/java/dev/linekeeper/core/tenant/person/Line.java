package dev.linekeeper.core.tenant.person;

import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.PolicyName;
import java.util.Optional;

/**
 * One number a person holds. Someone may have a primary, one private (inbound only) and several alternate ones
 * (<a href="https://learn.microsoft.com/microsoftteams/multi-line">multi-line</a>).
 *
 * @param sharedCalling the Shared Calling policy granted to the number itself, empty when there is none
 *     (<a href="https://learn.microsoft.com/powershell/module/microsoftteams/set-csphonenumberpolicyassignment">cmdlet</a>)
 */
public record Line(PhoneNumber number, Category category, Fact<Optional<PolicyName>> sharedCalling) {
    public enum Category {
        PRIMARY("Primary"),
        PRIVATE("Private"),
        ALTERNATE("Alternate");

        private final String cmdletName;

        Category(String cmdletName) {
            this.cmdletName = cmdletName;
        }

        /** The category as the cmdlets of Teams PowerShell spell it. */
        public String cmdletName() {
            return cmdletName;
        }
    }

    /** A line whose own policies nobody read: what most backends report. */
    public Line(PhoneNumber number, Category category) {
        this(number, category, Fact.missing("the policies of single numbers were not read"));
    }
}
