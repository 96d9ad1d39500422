package io.outlay.dashboard.view;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;

/**
 * A place in a sorted list. A page begins behind the place where the one before ended, and so neither repeats nor skips what stays where
 * it is while the list changes.
 */
public record Place(long number, String text, String id) implements Comparable<Place> {
    private static final Comparator<Place> ORDER =
            Comparator.comparingLong(Place::number).thenComparing(Place::text).thenComparing(Place::id);

    @Override
    public int compareTo(Place other) {
        return ORDER.compare(this, other);
    }

    /** As it goes into an address; {@link #ofCursor} reads it. */
    public String cursor() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((number + "|" + text + "|" + id).getBytes(StandardCharsets.UTF_8));
    }

    /** @throws IllegalArgumentException if the text is no cursor */
    public static Place ofCursor(String cursor) {
        String[] parts;
        try {
            parts = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split("\\|", -1);
            if (parts.length == 3) {
                return new Place(Long.parseLong(parts[0]), parts[1], parts[2]);
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("is no cursor of ours; take the one that came as 'next'", e);
        }
        throw new IllegalArgumentException("is no cursor of ours; take the one that came as 'next'");
    }
}
