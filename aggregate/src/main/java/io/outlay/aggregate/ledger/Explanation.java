package io.outlay.aggregate.ledger;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.outlay.contracts.Band;
import io.outlay.contracts.Commitment;
import io.outlay.contracts.CommitmentState;
import io.outlay.contracts.Measure;
import io.outlay.contracts.Posting;
import io.outlay.contracts.RollingTotal.Basis;
import io.outlay.contracts.RollingWindow;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * L4: what stands behind an entity or a commitment, from its totals down to sentences. Everything adds up: a sum's three numbers are
 * those of its parts added, a part's are those of its postings.
 *
 * @param subject what is explained
 * @param asOf what was announced by this day
 * @param window which postings the sums take: those with a day in {@code (asOf − days, asOf]}
 * @param sums the totals; of a commitment one, what it counts
 * @param commitments those behind the sums, and those that stand in no total, by payer, measure and day
 * @param notes what a reader should know beside the numbers, in a sentence each
 */
public record Explanation(
        Subject subject,
        LocalDate asOf,
        RollingWindow window,
        List<Sum> sums,
        List<Commitment> commitments,
        List<String> notes) {
    public enum Kind {
        PAYER,
        COUNTRY,
        COMMITMENT
    }

    /**
     * What is explained.
     *
     * @param id a payer's id, a country's code (several joined by {@code ;}, {@code *} unknown), or the id of a commitment or of any of
     *     its figures
     */
    public record Subject(Kind kind, String id, String name) {}

    /**
     * A total.
     *
     * @param basis which country of a commitment is meant; null where the subject is no country
     * @param usd in a trailing window net changes
     */
    public record Sum(Measure measure, @Nullable Basis basis, Band usd, List<Part> parts) {
        public Sum {
            parts = List.copyOf(parts);
        }
    }

    /**
     * What one line brings to a total.
     *
     * @param line a commitment's id, or {@code payer.announced}
     * @param state of the commitment; null for a payer's ANNOUNCED
     * @param period the key of the commitment's period; null when it has none
     * @param why why that much of it counts; null for a payer's ANNOUNCED
     * @param derivedFrom for a payer's ANNOUNCED over all time what it is derived from, else null
     * @param postings those within the window, in order of day
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Part(
            String line,
            String payer,
            String payerName,
            Band usd,
            @Nullable CommitmentState state,
            @Nullable String period,
            @Nullable String why,
            @Nullable Stocks derivedFrom,
            List<Posting> postings) {
        public Part {
            postings = List.copyOf(postings);
        }
    }

    /**
     * The stocks that a payer's ANNOUNCED is made of, see {@link Announced#stock}: headline = the larger of guidance and commitments,
     * plus public money; the low likewise of the lows; the high is the sum of the highs.
     */
    public record Stocks(Band guidance, Band commitment, Band publicMoney) {}

    public Explanation {
        sums = List.copyOf(sums);
        commitments = List.copyOf(commitments);
        notes = List.copyOf(notes);
    }
}
