package io.outlay.enrich.text.claim;

import io.outlay.contracts.CsvTable;
import io.outlay.contracts.MoneyRole;
import io.outlay.enrich.text.prose.CueKind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** How loudly each kind of cue speaks for a role, by where it stands to the amount: {@code roles.csv}. */
final class RoleTable {
    /**
     * @param left the cue stands before the amount, right beside it; fades with distance
     * @param head the cue is the noun that the amount measures ({@code $9.7 billion deal})
     * @param of the cue follows with one preposition ({@code $5 billion in revenue})
     * @param right the cue follows farther off
     * @param fade the steps to the left at which it is half as loud
     * @param reach the most steps at which it is heard
     */
    record Row(CueKind kind, MoneyRole role, double left, double head, double of, double right, int fade, int reach) {}

    private static final RoleTable STANDARD = new RoleTable(CsvTable.resource(RoleTable.class, "roles.csv"));

    private final Map<CueKind, List<Row>> byKind = new EnumMap<>(CueKind.class);

    private RoleTable(CsvTable table) {
        for (CsvTable.Row row : table.rows()) {
            CueKind kind = CueKind.valueOf(row.need("kind"));
            byKind.computeIfAbsent(kind, k -> new ArrayList<>())
                    .add(new Row(
                            kind,
                            MoneyRole.valueOf(row.need("role")),
                            Double.parseDouble(row.need("left")),
                            Double.parseDouble(row.need("head")),
                            Double.parseDouble(row.need("of")),
                            Double.parseDouble(row.need("right")),
                            Integer.parseInt(row.need("fade")),
                            Integer.parseInt(row.need("reach"))));
        }
    }

    static RoleTable standard() {
        return STANDARD;
    }

    /** Whether a cue of the kind may be what makes an amount spending. */
    boolean speaksForSpending(CueKind kind) {
        return of(kind).stream().anyMatch(row -> row.role() == MoneyRole.SPENDING);
    }

    List<Row> of(CueKind kind) {
        return byKind.getOrDefault(kind, List.of());
    }
}
