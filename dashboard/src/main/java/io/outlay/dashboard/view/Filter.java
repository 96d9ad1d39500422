package io.outlay.dashboard.view;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Which postings count; a part that is null lets all pass, several must all hold.
 *
 * @param company the payer's id
 * @param headquarters a country code, or {@code *}; of several countries one is enough
 * @param destination as {@code headquarters}, of where the money goes
 */
public record Filter(@Nullable String company, @Nullable String headquarters, @Nullable String destination) {
    /** Everything counts. */
    public static final Filter NONE = new Filter(null, null, null);

    boolean passesAll() {
        return equals(NONE);
    }

    /** @param codes ISO codes joined by {@code ;}, or {@code *} */
    static boolean isAmong(@Nullable String code, String codes) {
        return code == null
                || code.equals(codes)
                || Arrays.asList(codes.split(";")).contains(code);
    }
}
