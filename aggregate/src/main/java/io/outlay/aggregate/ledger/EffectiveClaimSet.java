package io.outlay.aggregate.ledger;

import io.outlay.contracts.AnnouncedOn;
import io.outlay.contracts.ClaimEvidence;
import io.outlay.contracts.CommitmentEvidence;
import io.outlay.contracts.DayBasis;
import io.outlay.contracts.Payer;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What one article claims of one payer after corrections: what step 1 of the service hands to step 2.
 *
 * @param payer whose numbers it enters
 * @param statedPayer whom the article names
 * @param facts what the article says of the payer; null when the claims were moved here from another
 */
public record EffectiveClaimSet(
        String payer,
        String statedPayer,
        @Nullable Payer facts,
        String articleId,
        @Nullable String url,
        @Nullable String title,
        @Nullable String source,
        @Nullable String publishedAt,
        List<String> bands,
        List<EffectiveClaim> claims) {

    private static final int EARLIEST_YEAR = 1990;

    /** What stands in a row of evidence of another's text is no longer than this; an address that is would lead nowhere when cut. */
    private static final int LONGEST_TITLE = 200;

    private static final int LONGEST_URL = 1_000;

    /** A claim as corrected, with its place in the article. */
    public record EffectiveClaim(Sighting sighting, double confidence, ClaimEvidence evidence) {}

    public EffectiveClaimSet {
        bands = bands == null ? List.of() : List.copyOf(bands);
        claims = List.copyOf(claims);
    }

    /** {@code payer|stated payer|article}. */
    public String key() {
        return payer + "|" + statedPayer + "|" + articleId;
    }

    /** The sightings that this article adds one to: each once, however often the article repeats itself. */
    public List<Sighting> sightings() {
        return claims.stream().map(EffectiveClaim::sighting).distinct().toList();
    }

    /** One row for each figure: the sentence that says it first. */
    public List<EvidenceRow> evidence() {
        Map<String, EvidenceRow> rows = new LinkedHashMap<>();
        List<EffectiveClaim> inOrder = new ArrayList<>(claims);
        inOrder.sort(Comparator.<EffectiveClaim>comparingInt(c -> c.evidence().start())
                .thenComparingInt(c -> c.evidence().amountStart()));
        for (EffectiveClaim claim : inOrder) {
            if (!claim.sighting().rejected()) {
                String figure = claim.sighting().figure().id();
                rows.putIfAbsent(figure, new EvidenceRow(payer, figure, statedPayer, evidence(claim), bands));
            }
        }
        return List.copyOf(rows.values());
    }

    /** The figures that it states, sorted. */
    public List<String> figures() {
        TreeSet<String> ids = new TreeSet<>();
        claims.forEach(claim -> ids.add(claim.sighting().figure().id()));
        return List.copyOf(ids);
    }

    private CommitmentEvidence evidence(EffectiveClaim claim) {
        ClaimEvidence e = claim.evidence();
        return new CommitmentEvidence(
                articleId,
                url == null || url.length() > LONGEST_URL ? null : url,
                cut(title),
                cut(source),
                day(claim.sighting().on()),
                claim.confidence(),
                e.quote(),
                e.quoteStart(),
                e.start(),
                e.end(),
                e.payerStart(),
                e.payerEnd(),
                e.amountStart(),
                e.amountEnd(),
                e.periodStart(),
                e.periodEnd(),
                e.rule());
    }

    private static @Nullable String cut(@Nullable String text) {
        if (text == null || text.length() <= LONGEST_TITLE) {
            return text;
        }
        boolean splits = Character.isHighSurrogate(text.charAt(LONGEST_TITLE - 2));
        return text.substring(0, LONGEST_TITLE - (splits ? 2 : 1)) + "…";
    }

    /** The day on which the article came out: the claim's own unless the text names another. */
    private @Nullable LocalDate day(@Nullable AnnouncedOn on) {
        if (on != null && on.basis() != DayBasis.TEXT) {
            return on.day();
        }
        LocalDate published = published();
        return published != null ? published : on == null ? null : on.day();
    }

    private @Nullable LocalDate published() {
        if (publishedAt == null || publishedAt.length() < 10) {
            return null;
        }
        try {
            LocalDate day = LocalDate.parse(publishedAt.substring(0, 10));
            return day.getYear() < EARLIEST_YEAR ? null : day;
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
