package io.outlay.contracts;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;

/**
 * A posting as it was last believed on a day: the value of {@code postings-history}, key {@code line|day|known day}.
 *
 * @param posting all of its fields, beside {@code knownOn}
 * @param knownOn the last day on which the posting was believed to be this
 */
public record PostingHistory(@JsonUnwrapped Posting posting, LocalDate knownOn) {
    public PostingHistory {
        Check.required(posting, "posting");
        Check.required(knownOn, "knownOn");
    }

    public String key() {
        return posting.key() + "|" + knownOn;
    }
}
