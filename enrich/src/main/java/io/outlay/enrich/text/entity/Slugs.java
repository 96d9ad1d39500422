package io.outlay.enrich.text.entity;

import java.text.Normalizer;
import java.util.Locale;

/** Ids made of names: {@code Crédit Agricole S.A.} is {@code credit-agricole-s.a}. */
final class Slugs {
    private Slugs() {}

    /** Matches {@code [a-z0-9.-]+}; a name with no such letter at all (a native script) becomes its code points in hexadecimal. */
    static String of(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        var slug = new StringBuilder();
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            boolean kept = c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '.';
            if (kept) {
                slug.append(c);
            } else if (Character.getType(c) != Character.NON_SPACING_MARK
                    && !slug.isEmpty()
                    && slug.charAt(slug.length() - 1) != '-'
                    && c != '\''
                    && c != '\u2019') {
                slug.append('-');
            }
        }
        while (!slug.isEmpty() && "-.".indexOf(slug.charAt(slug.length() - 1)) >= 0) {
            slug.setLength(slug.length() - 1);
        }
        return slug.isEmpty() ? hexadecimal(name) : slug.toString();
    }

    private static String hexadecimal(String name) {
        var id = new StringBuilder("u");
        name.codePoints().forEach(c -> id.append('-').append(Integer.toHexString(c)));
        return id.toString();
    }
}
