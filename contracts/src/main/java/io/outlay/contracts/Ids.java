package io.outlay.contracts;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Ids and the parts of record keys: {@code [a-z0-9.-]+}. */
public final class Ids {
    private static final MessageDigest SHA_256 = sha256();

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
        return HexFormat.of().formatHex(newSha256().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** A copy of one made before: asking the platform for a new one takes as long as the hash. */
    private static MessageDigest newSha256() {
        try {
            return (MessageDigest) SHA_256.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the platform's own SHA-256 can be cloned", e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
