package io.outlay.local.chaos;

import io.outlay.contracts.Article;
import io.outlay.contracts.Topics;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A record that somebody should not have sent.
 *
 * @param deadly whether it must become a dead letter; what a later version of us may send is none
 */
@SuppressWarnings("ArrayRecordComponent") // made once, never compared
record Poison(String what, String topic, byte @Nullable [] key, byte @Nullable [] value, boolean deadly) {
    private static final String RAW = Topics.RAW_ARTICLES.name();
    private static final byte[] KEY = bytes("poison");
    private static final int TOO_DEEP = 100_000;

    static List<Poison> all() {
        return List.of(
                deadly("cut JSON", RAW, KEY, bytes("{\"id\":\"poison\",\"article\":{\"id\":\"poi")),
                deadly(
                        "a time that is none",
                        RAW,
                        KEY,
                        bytes("{\"id\":\"poison\",\"article\":null,\"fetchedAt\":{},\"contentHash\":\"gone\","
                                + "\"retracted\":true}")),
                deadly(
                        "a number for a text",
                        Topics.ARTICLES.name(),
                        KEY,
                        bytes("{\"id\":\"poison\",\"body\":{\"text\":1}}")),
                deadly("an array for an object", Topics.ARTICLES.name(), KEY, bytes("[1,2,3]")),
                deadly("a body over the limit", RAW, KEY, tooLarge()),
                deadly("NUL bytes", RAW, KEY, new byte[64]),
                deadly("an empty value", RAW, KEY, new byte[0]),
                deadly("no value", RAW, KEY, null),
                deadly("no key", RAW, null, bytes("{}")),
                deadly("a key that is no UTF-8", RAW, new byte[] {(byte) 0xc3, 0x28}, bytes("{}")),
                deadly("a body that is no UTF-8", Topics.ARTICLES.name(), KEY, brokenText()),
                deadly("brackets without end", Topics.CLAIMS.name(), KEY, bytes("[".repeat(TOO_DEEP))),
                deadly(
                        "a kind of correction from the future",
                        Topics.CORRECTIONS.name(),
                        KEY,
                        bytes("{\"id\":\"poison\",\"action\":\"ANNUL\",\"payer\":\"meta\",\"target\":{\"figure\":"
                                + "\"x\"},\"author\":\"a\",\"reason\":\"b\"}")),
                deadly("half a rate", Topics.FX_RATES.name(), bytes("EUR|2026-01-02"), bytes("{\"currency\":\"EU")),
                new Poison(
                        "a field from the future",
                        RAW,
                        bytes("poison-none"),
                        bytes("{\"id\":\"poison-none\",\"article\":null,\"fetchedAt\":\"2026-01-02T00:00:00Z\","
                                + "\"contentHash\":\"gone\",\"retracted\":true,\"mood\":{\"of\":\"2031\"}}"),
                        false));
    }

    private static Poison deadly(String what, String topic, byte @Nullable [] key, byte @Nullable [] value) {
        return new Poison(what, topic, key, value, true);
    }

    private static byte[] tooLarge() {
        return bytes("{\"id\":\"poison\",\"article\":{\"id\":\"poison\",\"body\":\""
                + "a".repeat(Article.MAX_BODY_BYTES + 1)
                + "\"},\"fetchedAt\":\"2026-01-02T00:00:00Z\",\"contentHash\":\"x\",\"retracted\":false}");
    }

    private static byte[] brokenText() {
        byte[] value = bytes("{\"id\":\"poison\",\"body\":\"??\"}");
        value[value.length - 4] = (byte) 0xc3;
        value[value.length - 3] = 0x28;
        return value;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
