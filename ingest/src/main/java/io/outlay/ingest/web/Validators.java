package io.outlay.ingest.web;

import org.jspecify.annotations.Nullable;

/** What a server said of the version that it gave, so that it need not give it again. */
public record Validators(@Nullable String etag, @Nullable String lastModified) {
    public static final Validators NONE = new Validators(null, null);
}
