package io.outlay.aggregate.ledger;

import io.outlay.contracts.AppliedCorrection;
import io.outlay.contracts.Correction;
import io.outlay.contracts.Correction.Action;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which corrections hold. A revoked one leaves no trace, so that what stands afterwards is what stood before, to the byte. */
public final class ActiveCorrections {
    /** In the order in which they are applied: of two that set one field, the later holds. */
    static final Comparator<Correction> ORDER = Comparator.<Correction, Instant>comparing(
                    c -> c.at() == null ? Instant.MIN : c.at())
            .thenComparing(Correction::id);

    private ActiveCorrections() {}

    /**
     * The corrections that nobody revoked, in the order in which they are applied; revocations themselves are not among them. A
     * revocation may be revoked too: the latest is heard first.
     */
    public static List<Correction> of(Collection<Correction> all) {
        List<Correction> latestFirst = new ArrayList<>(all);
        latestFirst.sort(ORDER.reversed());
        Set<String> revoked = new HashSet<>();
        for (Correction correction : latestFirst) {
            if (correction.action() == Action.REVOKE && correction.to() != null && !revoked.contains(correction.id())) {
                revoked.add(correction.to());
            }
        }
        return latestFirst.stream()
                .filter(c -> c.action() != Action.REVOKE && !revoked.contains(c.id()))
                .sorted(ORDER)
                .toList();
    }

    static AppliedCorrection applied(Correction correction) {
        return new AppliedCorrection(correction.id(), correction.action(), correction.author(), correction.reason());
    }
}
