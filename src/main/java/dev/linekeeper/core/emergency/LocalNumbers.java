package dev.linekeeper.core.emergency;

import dev.linekeeper.core.readiness.PublishedData;
import dev.linekeeper.core.readiness.judgement.PersonCase;
import dev.linekeeper.core.tenant.Country;
import dev.linekeeper.core.tenant.Fact;
import java.util.List;
import java.util.stream.Stream;

/** What people dial in an emergency where they are, as far as we have a table of it. */
final class LocalNumbers {
    private LocalNumbers() {}

    /** None where the country of the person is not known. */
    static List<String> of(PersonCase subject) {
        return Fact.present(subject.person().entry().usageLocation()).stream()
                .flatMap(LocalNumbers::in)
                .toList();
    }

    static Stream<String> in(Country country) {
        return PublishedData.emergencyNumbers(country).stream().flatMap(List::stream);
    }
}
