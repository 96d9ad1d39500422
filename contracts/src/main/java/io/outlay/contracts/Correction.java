package io.outlay.contracts;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an analyst says against the machine's reading: the value of {@code corrections}. It outranks every rule, and is itself
 * revocable.
 *
 * @param id of the author's making, unique
 * @param action what it does
 * @param payer the id of the payer that the articles state (a MOVE names the new one in {@code to})
 * @param target what it is about; null for REVOKE
 * @param field for SET which field
 * @param value for SET the new value, as text
 * @param to for MERGE the commitment that takes the target in, for MOVE the payer, for REVOKE the correction
 * @param author who says it
 * @param reason why, for readers of the commitment
 * @param at when it was written, by the author's clock; of two that set one field, the later holds (ties: the greater id)
 */
public record Correction(
        String id,
        Action action,
        @Nullable String payer,
        @Nullable Target target,
        @Nullable String field,
        @Nullable String value,
        @Nullable String to,
        String author,
        String reason,
        @Nullable Instant at) {
    public enum Action {
        REJECT,
        SET,
        MERGE,
        SPLIT,
        MOVE,
        REVOKE
    }

    /**
     * A figure, a commitment, or what one article claims; never an offset.
     *
     * @param figure the id of a figure
     * @param commitment the id of a commitment, or of any of its figures
     * @param articleId an article, of whose claims those of {@code measure} and {@code amount} are meant where they stand
     * @param measure with {@code articleId} only
     * @param amount with {@code articleId} only
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Target(
            @Nullable String figure,
            @Nullable String commitment,
            @Nullable String articleId,
            @Nullable Measure measure,
            @Nullable Amount amount) {
        public Target {
            Check.idOrNull(figure, "target.figure");
            Check.idOrNull(commitment, "target.commitment");
            Check.idOrNull(articleId, "target.articleId");
            int named = (figure != null ? 1 : 0) + (commitment != null ? 1 : 0) + (articleId != null ? 1 : 0);
            if (named != 1) {
                throw new IllegalArgumentException(
                        "field 'target' must name exactly one of 'figure', 'commitment' and 'articleId'");
            }
        }
    }

    public Correction {
        Check.id(id, "id");
        Check.required(action, "action");
        Check.text(author, "author");
        Check.text(reason, "reason");
        Check.idOrNull(payer, "payer");
        Check.idOrNull(to, "to");
        switch (action) {
            case REJECT, SPLIT -> Check.required(target, "target");
            case SET -> {
                Check.required(target, "target");
                Check.text(field, "field");
                Check.required(value, "value");
            }
            case MERGE, MOVE -> {
                Check.required(target, "target");
                Check.required(to, "to");
            }
            case REVOKE -> Check.required(to, "to");
        }
    }

    /** The key under which it stands in {@code corrections}. */
    public String key() {
        return id;
    }
}
