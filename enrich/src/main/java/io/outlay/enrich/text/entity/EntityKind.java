package io.outlay.enrich.text.entity;

import io.outlay.contracts.PayerKind;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a row of {@code companies.csv} is. */
public enum EntityKind {
    COMPANY(PayerKind.COMPANY),
    GOVERNMENT(PayerKind.GOVERNMENT),
    CONSORTIUM(PayerKind.CONSORTIUM),
    PROGRAMME(PayerKind.PROGRAMME),
    FUND(PayerKind.FUND),
    /**
     * A newspaper, an agency, a broadcaster, or a phrase that holds a name and is none ({@code Paris Hilton}). It keeps others
     * from being read into its letters, and is itself no mention.
     */
    MEDIA(PayerKind.COMPANY);

    private final PayerKind payerKind;

    EntityKind(PayerKind payerKind) {
        this.payerKind = payerKind;
    }

    public PayerKind payerKind() {
        return payerKind;
    }

    /** @return null when the word is none of the kinds */
    static @Nullable EntityKind of(String word) {
        for (EntityKind kind : values()) {
            if (kind.word().equals(word)) {
                return kind;
            }
        }
        return null;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
