package io.outlay.enrich.text.claim;

import io.outlay.enrich.text.claim.Scene.Placed;
import io.outlay.enrich.text.entity.FoundEntity;
import io.outlay.enrich.text.entity.Place;
import io.outlay.enrich.text.prose.Cue;
import io.outlay.enrich.text.prose.CueKind;
import io.outlay.enrich.text.prose.Tokens;
import io.outlay.enrich.text.prose.Words;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Where the money goes: the place that a sentence names as the destination of an amount, kept apart from where the payer sits. */
final class Whereabouts {
    /**
     * @param destination ISO code, several joined by {@code ;}
     * @param site id of a place inside the country
     */
    record Where(String destination, @Nullable String site) {}

    private static final int FAR = 30;
    private static final Words IN = Words.of(
            "in", "into", "across", "within", "for", "throughout", "near", "outside", "around", "to", "at", "of");
    private static final Words LAND = Words.of("country", "kingdom", "nation", "state");

    private Whereabouts() {}

    static @Nullable Where of(Case c) {
        Where here = inSentence(c);
        return here != null ? here : namedBefore(c);
    }

    static boolean hasPlaceAfter(Case c) {
        return inSentence(c) != null;
    }

    private static @Nullable Where inSentence(Case c) {
        Scene scene = c.scene();
        Set<String> countries = new TreeSet<>();
        String site = null;
        int last = -1;
        for (Placed<FoundEntity> name : scene.names()) {
            Place place = name.what().place();
            if (place == null
                    || place.country().equals("*")
                    || name.from() < c.money().to()) {
                continue;
            }
            if (scene.steps(c.money().to(), name.from()) > FAR || crossesOtherMoney(c, name.from())) {
                break;
            }
            if (last >= 0 && isSaidBetween(scene, last, name.from())) {
                break;
            }
            if (isWhereItWasSaid(scene, c.money().to(), name.from())) {
                continue;
            }
            boolean linked = last >= 0
                    && scene.steps(last, name.from()) <= 4
                    && isJoined(scene, last, name.from())
                    && !isBeforeFirm(scene, name.to());
            if (isDestination(c, name) || linked && !countries.isEmpty()) {
                countries.add(place.country());
                site = isInside(place) && (site == null || linked) ? (site == null ? place.id() : site) : site;
                last = name.to();
            }
        }
        if (countries.isEmpty()) {
            for (int i = scene.names().size() - 1; i >= 0; i--) {
                Placed<FoundEntity> name = scene.names().get(i);
                Place place = name.what().place();
                if (place != null
                        && !place.country().equals("*")
                        && name.to() <= c.money().from()
                        && scene.steps(name.to(), c.money().from()) <= FAR
                        && isLedIn(scene, name.from())) {
                    return new Where(place.country(), isInside(place) ? place.id() : null);
                }
            }
            return null;
        }
        return new Where(String.join(";", countries), countries.size() == 1 ? site : null);
    }

    private static boolean isInside(Place place) {
        return place.kind() == Place.Kind.STATE
                || place.kind() == Place.Kind.CITY
                || place.kind() == Place.Kind.CAPITAL;
    }

    private static boolean crossesOtherMoney(Case c, int to) {
        for (Placed<Money> other : c.scene().monies()) {
            if (!other.what().conversion() && other.from() >= c.money().to() && other.to() <= to) {
                return true;
            }
        }
        return false;
    }

    /** {@code in France}, {@code on U.S. infrastructure}; not {@code with French firm X}. */
    private static boolean isDestination(Case c, Placed<FoundEntity> name) {
        Scene scene = c.scene();
        if (isLedIn(scene, name.from())) {
            return !isBeforeFirm(scene, name.to()) || name.what().company() != null;
        }
        for (Cue cue : scene.cues()) {
            boolean thing = cue.kind() == CueKind.AI || cue.kind() == CueKind.INFRA || cue.kind() == CueKind.PROJECT;
            if (thing && cue.from() >= name.to() && scene.steps(name.to(), cue.from()) <= 2) {
                return true;
            }
        }
        return false;
    }

    private static final Words JOINS = Words.of("and", "the", "in", "or", "plus", "as", "well");

    /** Whether only words of a list lie between two places. */
    private static boolean isJoined(Scene scene, int from, int to) {
        for (int t = from; t < to; t++) {
            if (scene.tokens().hash(t) != 0 && !JOINS.contains(scene.tokens().hash(t))) {
                return false;
            }
        }
        return true;
    }

    private static final Words EVENTS = Words.of(
            "summit",
            "conference",
            "event",
            "forum",
            "meeting",
            "ceremony",
            "speech",
            "interview",
            "outside",
            "hearing");

    /** {@code at the summit in Paris}, {@code said in Berlin}: where it was said, not where the money goes. */
    private static boolean isWhereItWasSaid(Scene scene, int after, int from) {
        for (int t = Math.max(after, from - 4); t < from; t++) {
            if (EVENTS.contains(scene.tokens().hash(t))) {
                return true;
            }
        }
        return scene.hasBetween(after, from, CueKind.SAY);
    }

    /** {@code French firm}, {@code Indian conglomerate}: a nationality, no destination. */
    private static boolean isBeforeFirm(Scene scene, int to) {
        for (Cue cue : scene.cues()) {
            if (cue.kind() == CueKind.DESCRIPTION && cue.from() >= to && scene.steps(to, cue.from()) <= 2) {
                return true;
            }
        }
        return false;
    }

    /** {@code in France, the president said during a visit to Riyadh}: where it was said is not where the money goes. */
    private static boolean isSaidBetween(Scene scene, int from, int to) {
        for (Cue cue : scene.cues()) {
            if (cue.kind() == CueKind.SAY && cue.from() >= from && cue.to() <= to) {
                return true;
            }
        }
        return false;
    }

    /** {@code in Sweden, the Canadian investor}: the word before a name leads that name in, not the next one. */
    private static boolean isInName(Scene scene, int token) {
        for (Placed<FoundEntity> name : scene.names()) {
            if (name.from() <= token && token < name.to()) {
                return true;
            }
        }
        return false;
    }

    /** {@code in Luebbenau, Germany}: one or two capitalised words that no table knows, led in. */
    private static boolean isNameOfPlace(Scene scene, int last) {
        Tokens tokens = scene.tokens();
        int first = last;
        while (first >= Math.max(1, last - 2)
                && tokens.hash(first) != 0
                && tokens.isCapitalised(first)
                && !isInName(scene, first)) {
            first--;
        }
        return first < last && IN.contains(tokens.hash(first)) && !Grammar.is(tokens, first, SOURCES);
    }

    private static final Words SOURCES = Words.of("of", "to", "for");

    private static boolean isLedIn(Scene scene, int from) {
        Tokens tokens = scene.tokens();
        int unlisted = from - 2;
        if (unlisted > 0 && tokens.mark(from - 1) == ',' && isNameOfPlace(scene, unlisted)) {
            return true;
        }
        for (int t = from - 1; t >= Math.max(0, from - 3) && !isInName(scene, t); t--) {
            if (IN.contains(tokens.hash(t))) {
                return true;
            }
            if (tokens.hash(t) == 0) {
                return false;
            }
        }
        return false;
    }

    /** {@code across the country}: the last country that a sentence before names. */
    private static @Nullable Where namedBefore(Case c) {
        Tokens tokens = c.scene().tokens();
        for (int t = 1; t < tokens.size(); t++) {
            if (LAND.contains(tokens.hash(t)) && Grammar.definiteBefore(c.scene(), t) == t - 1) {
                String here = countryIn(c.story().names(c.index()));
                if (here != null) {
                    return new Where(here, null);
                }
                for (int s = c.index() - 1; s >= Math.max(0, c.index() - 6); s--) {
                    String country = countryIn(c.story().names(s));
                    if (country != null) {
                        return new Where(country, null);
                    }
                }
            }
        }
        return null;
    }

    /** The last country that the names name, null without one. */
    private static @Nullable String countryIn(List<FoundEntity> names) {
        for (int i = names.size() - 1; i >= 0; i--) {
            if (names.get(i).country() != null) {
                return names.get(i).country();
            }
        }
        return null;
    }
}
