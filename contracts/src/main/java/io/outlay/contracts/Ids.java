package io.outlay.contracts;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Ids and the parts of record keys: {@code [a-z0-9.-]+}. */
public final class Ids {
    private Ids() {}

    public static boolean isId(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!(c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '.' || c == '-')) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    /** The first 16 hexadecimal digits (64 bits) of the SHA-256 of the parts, joined by a character that no part has. */
    public static String hash(String... parts) {
        return sha256(String.join("\u001f", parts)).substring(0, 16);
    }

    /** The SHA-256 of the text's UTF-8, in hexadecimal. */
    public static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
