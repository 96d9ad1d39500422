package io.outlay.local.cli;

import io.outlay.contracts.Band;
import io.outlay.contracts.Commitment;
import io.outlay.contracts.Correction;
import io.outlay.contracts.Correction.Action;
import io.outlay.contracts.Revision;
import io.outlay.contracts.Topics;
import io.outlay.local.road.TopicTail;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** Watches the commitments from before corrections are written until each shows on one, and tells what has changed. */
final class CorrectionEffect implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(200);

    private final TopicTail<Commitment> tail;
    private final Map<String, Commitment> before = new TreeMap<>();
    private final Map<String, @Nullable Commitment> changed = new TreeMap<>();

    CorrectionEffect(Map<String, Object> client, CorrectionDesk desk) {
        tail = new TopicTail<>(client, Topics.COMMITMENTS);
        desk.commitments().forEach(c -> before.put(c.id(), c));
    }

    /** @return whether all are in effect; if not, standard error says so */
    boolean await(List<Correction> corrections, Duration patience, CommandLine command) {
        Set<String> open = new HashSet<>();
        corrections.forEach(c -> open.add(c.id()));
        long deadline = System.nanoTime() + patience.toNanos();
        while (!open.isEmpty() && System.nanoTime() < deadline) {
            changed.putAll(tail.poll(POLL));
            corrections.stream().filter(this::shows).forEach(c -> open.remove(c.id()));
        }
        if (!open.isEmpty()) {
            command.getErr()
                    .println("outlay: written, but not seen in effect within " + patience.toSeconds() + " s: "
                            + String.join(", ", open)
                            + "; 'outlay correct list' says whether it hits anything; it takes effect when the service"
                            + " aggregate runs");
        }
        changed.forEach((id, now) -> command.getErr().println("outlay: " + change(before.get(id), now)));
        return open.isEmpty();
    }

    private boolean shows(Correction correction) {
        if (correction.action() != Action.REVOKE) {
            return changed.values().stream().anyMatch(c -> c != null && carries(c, correction.id()));
        }
        String revoked = String.valueOf(correction.to());
        boolean goneFromOne = changed.entrySet().stream().anyMatch(e -> {
            Commitment was = before.get(e.getKey());
            Commitment now = e.getValue();
            return was != null && carries(was, revoked) && (now == null || !carries(now, revoked));
        });
        boolean showedNowhere = before.values().stream().noneMatch(c -> carries(c, revoked));
        return goneFromOne || showedNowhere;
    }

    private static boolean carries(Commitment c, String correction) {
        return c.corrections().stream().anyMatch(a -> a.id().equals(correction));
    }

    private static String change(@Nullable Commitment before, @Nullable Commitment now) {
        Commitment any = now != null ? now : before;
        if (any == null) {
            return "a commitment that came and went";
        }
        String was = before == null ? "was not there" : state(before);
        String is = now == null ? "is part of another" : state(now);
        return any.id() + " " + any.payer().name() + " " + any.measure() + ": " + was + ", now " + is;
    }

    private static String state(Commitment c) {
        Revision last = c.revisions().get(c.revisions().size() - 1);
        Band counted = last.counted();
        return c.state().name().toLowerCase(Locale.ROOT) + ", counts "
                + (counted == null ? "nothing" : "USD " + Money.band(counted)) + " (" + last.why() + ")";
    }

    @Override
    public void close() {
        tail.close();
    }
}
