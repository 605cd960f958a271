package dev.linekeeper.service.bulk.judging;

import dev.linekeeper.core.bulk.JudgedRow;
import dev.linekeeper.core.bulk.Row;
import dev.linekeeper.core.bulk.Row.NumberCells;
import dev.linekeeper.core.bulk.RowOutcome;
import dev.linekeeper.core.tenant.EmergencyLocation;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.LocationId;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.Tenant;
import dev.linekeeper.core.tenant.person.GivenNumber;
import dev.linekeeper.service.people.WrittenNumber;
import dev.linekeeper.service.people.WrittenNumber.ListedNumbers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The numbers that the rows of a list give, as the tenant knows them, each in one row alone. */
final class GivenNumbers {
    private final Tenant tenant;
    private final ListedNumbers listed;
    private final Map<Row, GivenNumber> given = new HashMap<>();
    private final Map<PhoneNumber, Row> rows = new HashMap<>();
    private final List<JudgedRow> refused = new ArrayList<>();

    GivenNumbers(List<Row> list, Tenant tenant) {
        this.tenant = tenant;
        this.listed = ListedNumbers.of(tenant.numbers());
        list.forEach(row -> row.own().ifPresent(cells -> read(row, cells)));
    }

    Optional<GivenNumber> of(Row row) {
        return Optional.ofNullable(given.get(row));
    }

    /** Rows of which the number or the place is nothing, or not one alone. */
    List<JudgedRow> refused() {
        return refused;
    }

    private void read(Row row, NumberCells cells) {
        if (!(WrittenNumber.read(cells.number(), listed) instanceof WrittenNumber.OneNumber(var number))) {
            refuse(row, RowOutcome.REFUSED, "number-unclear", cells.number());
            return;
        }
        Row before = rows.putIfAbsent(number, row);
        if (before != null) {
            refuse(row, RowOutcome.DUPLICATE, "number-twice", before.number(), number);
        } else if (cells.place().isEmpty()) {
            given.put(row, new GivenNumber(number, Optional.empty()));
        } else {
            tenant.locations()
                    .fold(
                            all -> place(row, cells.place(), EmergencyLocation.called(cells.place(), all.values())),
                            why -> {
                                refuse(row, RowOutcome.BLOCKED, "not-verified", why);
                                return Optional.<LocationId>empty();
                            })
                    .ifPresent(place -> given.put(row, new GivenNumber(number, Optional.of(place))));
        }
    }

    private Optional<LocationId> place(Row row, String written, List<EmergencyLocation> found) {
        if (found.size() != 1) {
            refuse(row, RowOutcome.REFUSED, found.isEmpty() ? "no-place" : "places", written);
            return Optional.empty();
        }
        return Optional.of(found.getFirst().id());
    }

    private void refuse(Row row, RowOutcome outcome, String key, Object... arguments) {
        refused.add(
                new JudgedRow(row, Optional.empty(), outcome, Explanation.of("bulk.row." + key, arguments), List.of()));
    }
}
