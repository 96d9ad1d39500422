package io.outlay.local.cli;

import io.outlay.aggregate.ledger.ActiveCorrections;
import io.outlay.aggregate.ledger.Explanation.Kind;
import io.outlay.aggregate.ledger.Explanation.Subject;
import io.outlay.contracts.ClaimSet;
import io.outlay.contracts.Commitment;
import io.outlay.contracts.Correction;
import io.outlay.contracts.Correction.Action;
import io.outlay.contracts.Correction.Target;
import io.outlay.contracts.Ids;
import io.outlay.contracts.Topics;
import io.outlay.enrich.text.entity.Company;
import io.outlay.local.cli.CorrectionAim.Aim;
import io.outlay.local.road.TopicReader;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where corrections are drawn up: what stands in the ledger, what was corrected before, and who is writing. */
final class CorrectionDesk {
    private final LedgerView view;
    private final Names names;
    private final @Nullable TopicReader topics;
    private final String author;
    private final String reason;
    private final boolean insist;
    private Instant at = Instant.now().truncatedTo(ChronoUnit.MILLIS);

    /**
     * @param topics null when the ledger comes from a file
     * @param insist whether what names nothing known is written all the same
     */
    CorrectionDesk(LedgerView view, @Nullable TopicReader topics, String author, String reason, boolean insist) {
        this.view = view;
        this.names = new Names(view.ledger());
        this.topics = topics;
        this.author = author;
        this.reason = reason;
        this.insist = insist;
    }

    /** Each a moment later than the one before, so that they are applied in this order. */
    Correction correction(
            Action action,
            @Nullable String payer,
            @Nullable Target target,
            @Nullable String field,
            @Nullable String value,
            @Nullable String to) {
        at = at.plusMillis(1);
        String day = DateTimeFormatter.BASIC_ISO_DATE.format(LocalDate.ofInstant(at, ZoneOffset.UTC));
        String id = "c-" + day + "-" + UUID.randomUUID().toString().substring(0, 8);
        return new Correction(id, action, payer, target, field, value, to, author, reason, at);
    }

    List<Correction> each(Action action, List<Aim> aims, @Nullable String to) {
        return aims.stream()
                .map(aim -> correction(action, aim.payer(), aim.target(), null, null, to))
                .toList();
    }

    /** All commitments, as they stand before anything is written. */
    List<Commitment> commitments() {
        return view.ledger().commitments();
    }

    /** @throws CommandFailedException if nothing has this id: a correction of it would hit nothing */
    Commitment commitment(String id) {
        return names.commitment(id)
                .orElseThrow(() -> new CommandFailedException("no commitment or figure has the id '" + id
                        + "', a correction of it hits nothing; nothing was written. 'outlay explain' and"
                        + " 'outlay review' print ids"));
    }

    /** The id of a payer that has commitments or stands in the table of companies. */
    String anyPayer(String name) {
        Optional<String> known = knownPayer(name);
        if (known.isPresent()) {
            return known.get();
        }
        String id = name.toLowerCase(Locale.ROOT);
        if (!insist || !Ids.isId(id)) {
            throw new CommandFailedException(
                    "nobody is known as '" + name + "', nothing was written: write a name or id"
                            + " of companies.csv, or an id ([a-z0-9.-]+) and --anyway for somebody new");
        }
        return id;
    }

    private Optional<String> knownPayer(String name) {
        Optional<Subject> inLedger = names.find(name, Kind.PAYER);
        return inLedger.isPresent()
                ? inLedger.map(Subject::id)
                : Names.listedPayer(name).map(Company::id);
    }

    /** What articles claim of a payer; empty when the ledger comes from a file, which has no claims. */
    Optional<Collection<ClaimSet>> claims() {
        return topics == null
                ? Optional.empty()
                : Optional.of(topics.latest(Topics.CLAIMS).values());
    }

    /** @throws CommandFailedException if there is no such correction, or it was taken back before */
    void requireRevocable(String id) {
        if (topics == null) {
            return; // the file with the corrections is not at hand
        }
        Map<String, Correction> all = topics.latest(Topics.CORRECTIONS);
        Correction found = all.get(id);
        if (found == null) {
            throw new CommandFailedException(
                    "there is no correction '" + id + "', nothing was written; 'outlay correct list' prints ids");
        }
        boolean revocation = found.action() == Action.REVOKE;
        if (!revocation && ActiveCorrections.of(all.values()).stream().noneMatch(c -> c.id().equals(id))) {
            throw new CommandFailedException(
                    id + " is taken back already, nothing was written; to have it again, revoke"
                            + " the revocation: 'outlay correct list' prints its id");
        }
    }
}
