package io.outlay.aggregate;

import io.outlay.aggregate.ledger.ActiveCorrections;
import io.outlay.aggregate.rolling.Rows;
import io.outlay.contracts.Correction;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All corrections, and which of them hold. Read again only after one has come. */
final class CorrectionRows {
    private static final String BY_ID = "correction|";
    /** Counts the changes, so that each reader sees that there was one. */
    private static final String VERSION = "version";

    private final Rows rows;
    private final JsonRows<Correction> corrections;

    private @Nullable String versionRead;
    private List<Correction> active = List.of();

    CorrectionRows(Rows rows) {
        this.rows = rows;
        this.corrections = new JsonRows<>(rows, Correction.class);
    }

    @Nullable
    Correction get(String id) {
        return corrections.get(BY_ID + id);
    }

    /** @return whether anything changed */
    boolean put(String id, @Nullable Correction now) {
        if (Objects.equals(get(id), now)) {
            return false;
        }
        if (now == null) {
            corrections.delete(BY_ID + id);
        } else {
            corrections.put(BY_ID + id, now);
        }
        String version = rows.get(VERSION);
        rows.put(VERSION, Long.toString(version == null ? 1 : Long.parseLong(version) + 1));
        return true;
    }

    /** Those that nobody revoked, in the order in which they are applied. */
    List<Correction> active() {
        String version = rows.get(VERSION);
        if (!Objects.equals(version, versionRead)) {
            active = ActiveCorrections.of(corrections.all(BY_ID));
            versionRead = version;
        }
        return active;
    }

    /** What a changed correction bears on: itself as it was and is, and what either revokes, and so on. */
    List<Correction> concerned(@Nullable Correction before, @Nullable Correction now) {
        Set<Correction> concerned = new LinkedHashSet<>();
        follow(before, concerned);
        follow(now, concerned);
        return List.copyOf(concerned);
    }

    private void follow(@Nullable Correction correction, Set<Correction> concerned) {
        Correction next = correction;
        while (next != null && concerned.add(next)) {
            next = next.action() == Correction.Action.REVOKE && next.to() != null ? get(next.to()) : null;
        }
    }
}
