package dev.linekeeper.core.emergency;

import dev.linekeeper.core.readiness.PublishedData;
import dev.linekeeper.core.readiness.judgement.PersonCase;
import dev.linekeeper.core.tenant.Country;
import dev.linekeeper.core.tenant.Fact;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What people dial in an emergency where they are, as far as we have a table of it. */
final class LocalNumbers {
    private LocalNumbers() {}

    /** In the country of the person first, then in the one of the shared number. */
    static List<String> of(PersonCase subject) {
        Optional<Country> shared = Fact.present(subject.sharedCalling().flatMap(policy -> policy.country()));
        return Stream.concat(Fact.present(subject.person().entry().usageLocation()).stream(), shared.stream())
                .flatMap(LocalNumbers::in)
                .distinct()
                .toList();
    }

    static Stream<String> in(Country country) {
        return PublishedData.emergencyNumbers(country).stream().flatMap(List::stream);
    }
}
