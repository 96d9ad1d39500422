package io.outlay.enrich.text.entity;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What two names side by side, or a name and the word beside it, make of each other. */
final class Neighbours {
    private static final WordSet GOVERNMENT = WordSet.named("government");

    private static final WordSet CURRENCIES = WordSet.named("currencies");

    private Neighbours() {}

    static List<FoundEntity> tidy(char[] text, List<FoundEntity> found, CompanyTable companies, PlaceTable places) {
        var around = new Surroundings(text);
        var tidy = new ArrayList<FoundEntity>(found.size());
        for (int i = 0; i < found.size(); i++) {
            FoundEntity here = found.get(i);
            boolean townElsewhere = i + 1 < found.size() && isTownOfAnother(text, here, found.get(i + 1), places);
            boolean currency = here.company() == null && isCurrency(around, here.end());
            boolean overlaps =
                    !tidy.isEmpty() && here.start() < tidy.get(tidy.size() - 1).end();
            if (!townElsewhere && !currency && !overlaps) {
                tidy.add(asGovernment(around, here, companies));
            }
        }
        return tidy;
    }

    /** {@code Paris, Texas}: the larger place behind the comma tells that it is not the known town. */
    private static boolean isTownOfAnother(char[] text, FoundEntity town, FoundEntity outer, PlaceTable places) {
        Place in = town.place();
        Place out = outer.place();
        if (in == null || out == null || town.company() != null || outer.company() != null) {
            return false;
        }
        boolean comma = outer.start() - town.end() == 2 && text[town.end()] == ',' && text[town.end() + 1] == ' ';
        boolean isTown = in.kind() == Place.Kind.CITY || in.kind() == Place.Kind.CAPITAL;
        return comma && isTown && out.kind() == Place.Kind.STATE && !places.liesIn(in.id(), out.id());
    }

    /** {@code Canadian government}, {@code government of Canada}, {@code government of the Netherlands}: the payer, and the country. */
    private static FoundEntity asGovernment(Surroundings around, FoundEntity here, CompanyTable companies) {
        Place place = here.place();
        if (place == null || here.company() != null || place.kind() != Place.Kind.COUNTRY) {
            return here;
        }
        String after = around.wordAfter(here.end()).toLowerCase(Locale.ROOT);
        if (GOVERNMENT.contains(after) && around.unitAt(here.end()) == ' ') {
            Company government = companies.governmentOf(place.country());
            return new FoundEntity(here.start(), here.end() + 1 + after.length(), government, government, place);
        }
        int before = governmentOfStart(around, here.start());
        if (before < here.start()) {
            Company government = companies.governmentOf(place.country());
            return new FoundEntity(before, here.end(), government, government, place);
        }
        return here;
    }

    /** {@code US$3 billion}, {@code Australian dollars}: a currency, not a place. */
    private static boolean isCurrency(Surroundings around, int end) {
        return around.unitAt(end) == '$' || CURRENCIES.contains(around.wordAfter(end));
    }

    private static int governmentOfStart(Surroundings around, int start) {
        int of = around.wordBefore(start).equals("the") ? around.startOfWordBefore(start) : start;
        if (!around.wordBefore(of).equals("of")) {
            return start;
        }
        int government = around.startOfWordBefore(of);
        String word = around.wordBefore(government).toLowerCase(Locale.ROOT);
        return word.equals("government") ? around.startOfWordBefore(government) : start;
    }
}
