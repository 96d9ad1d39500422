package io.outlay.ingest.web;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * An answer.
 *
 * @param address where it came from, after redirects
 * @param body unpacked; empty unless the status is 200
 * @param charset what the server says, null when it says nothing
 * @param retryAfter how long the server asks to be left alone, null when it does not
 */
@SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
public record Fetched(
        URI address,
        int status,
        byte[] body,
        @Nullable String contentType,
        @Nullable String charset,
        Validators validators,
        @Nullable Duration retryAfter) {}
