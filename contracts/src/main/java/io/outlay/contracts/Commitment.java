package io.outlay.contracts;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One real-world announcement, with all that is known of it: the value of {@code commitments}.
 *
 * @param type always {@code commitment}
 * @param id the id of the earliest figure
 * @param figures the ids of all its figures, sorted; any of them finds it
 * @param payer who will spend
 * @param destination ISO code of the country where the money goes, several joined by {@code ;}, null when not stated
 * @param site id of a place within the destination
 * @param counterparty the other side of a purchase or a stake; null when there is none
 * @param period when the money will be spent; null when not stated
 * @param state whether it stands
 * @param partOf the commitment that contains this one, so that it counts 0
 * @param revisions in order of day
 * @param articles how many articles state it
 * @param independentSources how many of the first 64 articles are independent of each other
 * @param newestEvidence the day of the newest article
 * @param corrections those of analysts that touched it
 * @param notes what a reader should know beside the figures, in a sentence each
 */
public record Commitment(
        String type,
        String id,
        List<String> figures,
        Payer payer,
        Measure measure,
        @Nullable String destination,
        @Nullable String site,
        @Nullable Counterparty counterparty,
        @Nullable Period period,
        CommitmentState state,
        @Nullable String partOf,
        List<Revision> revisions,
        int articles,
        int independentSources,
        @Nullable LocalDate newestEvidence,
        List<AppliedCorrection> corrections,
        List<String> notes) {
    public static final String TYPE = "commitment";

    public Commitment {
        Check.constant(type, TYPE, "type");
        Check.id(id, "id");
        Check.required(payer, "payer");
        Check.required(measure, "measure");
        Check.countriesOrNull(destination, "destination");
        Check.idOrNull(site, "site");
        Check.required(state, "state");
        Check.idOrNull(partOf, "partOf");
        Check.count(articles, "articles");
        Check.count(independentSources, "independentSources");
        figures = List.copyOf(Check.required(figures, "figures"));
        revisions = List.copyOf(Check.required(revisions, "revisions"));
        corrections = corrections == null ? List.of() : List.copyOf(corrections);
        notes = notes == null ? List.of() : List.copyOf(notes);
    }

    /** The key under which it stands in {@code commitments}. */
    public String key() {
        return id;
    }
}
