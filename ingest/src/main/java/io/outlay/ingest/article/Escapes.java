package io.outlay.ingest.article;

import java.nio.charset.StandardCharsets;

/** Percent escapes of a URL's path or query in the one shape that RFC 3986 (6.2.2) calls normal. */
final class Escapes {
    private static final String UNRESERVED_MARKS = "-._~";
    private static final String RESERVED = ":/?#[]@!$&'()*+,;=";
    private static final String HEX = "0123456789ABCDEF";

    private Escapes() {}

    /** Escapes what must be escaped, and only that; escapes in capital letters; a lone {@code %} becomes {@code %25}. */
    static String normalise(String text) {
        if (text.chars().allMatch(c -> isUnreserved(c) || RESERVED.indexOf(c) >= 0)) {
            return text;
        }
        StringBuilder normal = new StringBuilder(text.length());
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length; i++) {
            int b = bytes[i] & 0xFF;
            int escaped = b == '%' ? hexPair(bytes, i + 1) : -1;
            if (escaped >= 0) {
                i += 2;
                append(normal, escaped, isUnreserved(escaped));
            } else {
                append(normal, b, isUnreserved(b) || RESERVED.indexOf(b) >= 0);
            }
        }
        return normal.toString();
    }

    private static void append(StringBuilder to, int b, boolean plain) {
        if (plain) {
            to.append((char) b);
        } else {
            to.append('%').append(HEX.charAt(b >> 4)).append(HEX.charAt(b & 15));
        }
    }

    private static boolean isUnreserved(int b) {
        return (b >= 'a' && b <= 'z')
                || (b >= 'A' && b <= 'Z')
                || (b >= '0' && b <= '9')
                || UNRESERVED_MARKS.indexOf(b) >= 0;
    }

    /** @return −1 when there are no two hexadecimal digits */
    private static int hexPair(byte[] bytes, int at) {
        if (at + 1 >= bytes.length) {
            return -1;
        }
        int high = Character.digit(bytes[at], 16);
        int low = Character.digit(bytes[at + 1], 16);
        return high < 0 || low < 0 ? -1 : high * 16 + low;
    }
}
