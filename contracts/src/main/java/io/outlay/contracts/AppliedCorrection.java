package io.outlay.contracts;

import org.jspecify.annotations.Nullable;

/** A correction as it shows on the commitment that it touched. */
public record AppliedCorrection(String id, Correction.Action action, String author, @Nullable String reason) {
    public AppliedCorrection {
        Check.id(id, "id");
        Check.required(action, "action");
        Check.text(author, "author");
    }
}
