package io.outlay.aggregate;

import io.outlay.aggregate.ledger.EffectiveClaimSet;
import io.outlay.aggregate.ledger.EffectivePayer;
import io.outlay.aggregate.rolling.Rows;
import io.outlay.contracts.ClaimSet;
import io.outlay.contracts.Correction;
import io.outlay.contracts.Ids;
import io.outlay.contracts.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Step 1, by stated payer: what each article claims, and under which payers that was sent on, so that a revised article, a retracted one
 * or a correction takes back what no longer holds. One row per claim set. No Kafka here.
 */
final class StatedClaims {
    private final JsonRows<Stated> rows;

    StatedClaims(Rows rows) {
        this.rows = new JsonRows<>(rows, Stated.class);
    }

    /**
     * One row.
     *
     * @param sent the key of each effective claim set → a hash of it
     */
    record Stated(ClaimSet claims, SortedMap<String, String> sent) {}

    /** An effective claim set that changed; null when there is none any more. */
    record Sent(String key, @Nullable EffectiveClaimSet now) {}

    /** Takes in what an article now claims; null for nothing. */
    List<Sent> take(String key, @Nullable ClaimSet now, List<Correction> active) {
        return send(key, now, rows.get(key), active);
    }

    /**
     * Applies changed corrections to a payer's claims, a bounded step.
     *
     * @param from the key to begin with
     * @return the key to go on with, null at the end of the payer's claims
     */
    @Nullable
    String correct(String payer, String from, int limit, List<Correction> active, List<Sent> changed) {
        List<Rows.Row> page = rows.rows().scan(from, payer + "|" + Rows.END, limit);
        for (Rows.Row row : page) {
            Stated stated = rows.read(row.value());
            changed.addAll(send(row.key(), stated.claims(), stated, active));
        }
        return page.size() < limit ? null : page.get(page.size() - 1).key() + "\0";
    }

    private List<Sent> send(String key, @Nullable ClaimSet now, @Nullable Stated before, List<Correction> active) {
        Map<String, String> sentBefore = before == null ? Map.of() : before.sent();
        List<Sent> changed = new ArrayList<>();
        SortedMap<String, String> sent = new TreeMap<>();
        if (now != null) {
            for (EffectiveClaimSet set : EffectivePayer.of(now, active)) {
                String hash = Ids.hash(Json.string(set));
                sent.put(set.key(), hash);
                if (!hash.equals(sentBefore.get(set.key()))) {
                    changed.add(new Sent(set.key(), set));
                }
            }
        }
        for (String gone : sentBefore.keySet()) {
            if (!sent.containsKey(gone)) {
                changed.add(new Sent(gone, null));
            }
        }
        if (now == null) {
            rows.delete(key);
        } else {
            Stated stated = new Stated(now, sent);
            if (!stated.equals(before)) {
                rows.put(key, stated);
            }
        }
        return changed;
    }
}
