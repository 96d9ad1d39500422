package io.outlay.contracts;

import org.jspecify.annotations.Nullable;

/**
 * A correction as it shows on the commitment that it touched.
 *
 * @param id the correction's id
 * @param action what it did
 * @param author who wrote it
 * @param reason why, in the author's words
 */
public record AppliedCorrection(String id, Correction.Action action, String author, @Nullable String reason) {
    public AppliedCorrection {
        Check.id(id, "id");
        Check.required(action, "action");
        Check.text(author, "author");
    }
}
