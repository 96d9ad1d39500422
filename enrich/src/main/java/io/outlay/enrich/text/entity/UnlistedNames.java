package io.outlay.enrich.text.entity;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Names of firms that stand in no table, read from how the text speaks of them: a legal form or a firm's last word ({@code Acme
 * Ventures}), an introduction ({@code cloud startup Acme}), an apposition ({@code Acme, an Australian data-centre builder,}), a
 * post ({@code analyst at Acme}), or a place between known companies in a list. The id is derived from the name.
 */
public final class UnlistedNames {
    private static final int MOST_WORDS = 5;

    /** Last words of firms' names. */
    private static final Set<String> LAST_WORDS = Set.of(
            "Capital",
            "Ventures",
            "Partners",
            "Securities",
            "Technologies",
            "Technology",
            "Labs",
            "Bank",
            "Airlines",
            "Airways",
            "Pharma",
            "Pharmaceuticals",
            "Pharmaceutical",
            "Therapeutics",
            "Semiconductor",
            "Semiconductors",
            "Advisors",
            "Advisers",
            "Robotics",
            "Motors",
            "Industries",
            "Realty",
            "Networks",
            "Software",
            "Biosciences",
            "Analytics",
            "Telecom",
            "Telecommunications",
            "Communications",
            "Infrastructure",
            "Investments",
            "Associates",
            "Brands",
            "Entertainment",
            "Logistics",
            "Aerospace",
            "Petroleum",
            "Chemicals",
            "Bancorp",
            "Energy",
            "Electric",
            "Systems",
            "Insurance",
            "Properties",
            "Studios",
            "Electronics",
            "Equity",
            "Wireless",
            "Fintech",
            "Datacenters",
            "Financial",
            "Biotech",
            "Innovations",
            "Enterprises",
            "Mining",
            "Foods",
            "Hotels",
            "Research",
            "Management");

    /** Words that make a common phrase of the last word, not a name: {@code Renewable Energy}, {@code Private Equity}. */
    private static final Set<String> COMMON = Set.of(
            "Green",
            "Renewable",
            "Nuclear",
            "Clean",
            "Solar",
            "Artificial",
            "Intelligence",
            "Generative",
            "Sovereign",
            "National",
            "Federal",
            "Central",
            "New",
            "Digital",
            "Data",
            "Cloud",
            "Quantum",
            "Advanced",
            "Strategic",
            "Private",
            "Public",
            "Venture",
            "Credit",
            "Human",
            "Working",
            "Social",
            "World",
            "Information",
            "Machine",
            "Supply",
            "Operating",
            "Power",
            "Big",
            "Open",
            "International",
            "Critical",
            "Financial",
            "Investment",
            "Enterprise",
            "Emerging",
            "Market",
            "Global",
            "Our",
            "The",
            "This",
            "Their",
            "Its",
            "These",
            "AI",
            "Energy",
            "Smart",
            "Health",
            "Economic",
            "Security",
            "Wealth",
            "Asset",
            "Risk",
            "Senior",
            "Real",
            "Wind",
            "Atomic",
            "Future",
            "Core",
            "Autonomous",
            "Communications",
            "Equity",
            "Technology",
            "Infrastructure",
            "Science",
            "Media",
            "Consumer",
            "Life",
            "Property",
            "Civil",
            "Physical",
            "Space",
            "Computer",
            "Computing",
            "Network",
            "Mobile",
            "Software",
            "Hardware",
            "Chip",
            "Scientific",
            "Basic",
            "General",
            "Chief",
            "Vice",
            "Supervisory",
            "Industrial",
            "Internet",
            "Online",
            "Custom",
            "Deep",
            "Dark",
            "Oil",
            "Gas");

    /** Capitalised words that are no name by themselves, wherever they stand. */
    private static final Set<String> NO_NAMES = Set.of(
            "AI",
            "CEO",
            "CFO",
            "COO",
            "CTO",
            "IPO",
            "GPU",
            "GPUs",
            "CPU",
            "CPUs",
            "IT",
            "PR",
            "TV",
            "PC",
            "API",
            "LLM",
            "LLMs",
            "ESG",
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
            "Monday",
            "Tuesday",
            "Wednesday",
            "Thursday",
            "Friday",
            "Saturday",
            "Sunday",
            "Mr",
            "Ms",
            "Dr",
            "I",
            "Q1",
            "Q2",
            "Q3",
            "Q4",
            "FY",
            "GDP",
            "EU",
            "UN",
            "Trump",
            "Biden",
            "Congress",
            "Republican",
            "Republicans",
            "Democrat",
            "Democrats",
            "English",
            "Internet",
            "President",
            "Prime",
            "Minister",
            "The",
            "A",
            "An",
            "In",
            "On",
            "And",
            "But",
            "Or",
            "Big",
            "Tech",
            "Wall",
            "Street",
            "Europe",
            "Asia",
            "Africa",
            "Nobel",
            "Christmas",
            "Covid",
            "COVID",
            "Musk",
            "Altman");

    /** Words that may open a sentence in front of a name. */
    private static final Set<String> OPENERS = Set.of(
            "The",
            "But",
            "And",
            "In",
            "At",
            "For",
            "While",
            "As",
            "If",
            "When",
            "Since",
            "Like",
            "Both",
            "Meanwhile",
            "According",
            "After",
            "Before",
            "Although",
            "Though",
            "However",
            "With",
            "By",
            "From",
            "On",
            "Or",
            "So",
            "Also",
            "Then",
            "Today",
            "This",
            "That",
            "These",
            "Those",
            "It",
            "They",
            "He",
            "She",
            "We",
            "Our",
            "Its",
            "His",
            "Her",
            "Other",
            "Some",
            "Many",
            "Rival",
            "Startup",
            "Company",
            "Even",
            "Only",
            "To",
            "Is",
            "Are",
            "Will",
            "Has",
            "Have",
            "Of",
            "A",
            "An",
            "Shares");

    /** What follows the subject of a sentence about plans. */
    private static final Set<String> SUBJECT_OF = Set.of(
            "will", "would", "has", "is", "intends", "wants", "aims", "hopes", "also", "could", "may", "pays",
            "spends");

    private final PlaceTable places;
    private final NameFinder placeNames;

    UnlistedNames(PlaceTable places, NameFinder placeNames) {
        this.places = places;
        this.placeNames = placeNames;
    }

    /** The found entities and, between them, the firms that no table has; sorted, without overlap. */
    List<FoundEntity> addTo(char[] text, List<FoundEntity> found) {
        var around = new Surroundings(text);
        var all = new ArrayList<FoundEntity>(found.size() + 8);
        int from = 0;
        for (int i = 0; i <= found.size(); i++) {
            int to = i < found.size() ? found.get(i).start() : text.length;
            between(around, from, to, i > 0 ? found.get(i - 1) : null, i < found.size() ? found.get(i) : null, all);
            if (i < found.size()) {
                all.add(found.get(i));
                from = found.get(i).end();
            }
        }
        return all;
    }

    private void between(
            Surroundings around,
            int from,
            int to,
            @Nullable FoundEntity before,
            @Nullable FoundEntity after,
            List<FoundEntity> all) {
        char[] text = around.body();
        int at = from;
        FoundEntity last = before;
        while (at < to) {
            byte kind = Letters.classOfUnit(text[at]);
            if (kind == Letters.OTHER || kind == Letters.IDEOGRAPH) {
                at++;
                continue;
            }
            if (kind != Letters.UPPER || at > 0 && isInsideWord(text, at)) {
                at = wordEnd(text, at);
                continue;
            }
            int end = Math.min(phraseEnd(text, at, to), to);
            int start = skipOpener(around, at, end);
            if (start < end && isFirm(around, start, end, last, after)) {
                FoundEntity firm = firm(around, start, end);
                all.add(firm);
                last = firm;
                end = Math.max(end, firm.end());
            }
            at = end;
        }
    }

    /**
     * The first name in {@code [from, to)} that no table has and that could be a payer, with the country that its apposition or
     * the place before it gives.
     *
     * @param found what a scan of the same body gave
     * @return null when every capitalised phrase there is known or no name
     */
    public @Nullable FoundEntity firstIn(String body, int from, int to, List<FoundEntity> found) {
        char[] text = body.toCharArray();
        var around = new Surroundings(text);
        int at = Math.max(0, from);
        int limit = Math.min(to, text.length);
        while (at < limit) {
            FoundEntity covering = covering(found, at);
            if (covering != null) {
                at = covering.end();
                continue;
            }
            if (Letters.classOfUnit(text[at]) != Letters.UPPER || at > 0 && isInsideWord(text, at)) {
                at = Letters.classOfUnit(text[at]) == Letters.OTHER ? at + 1 : wordEnd(text, at);
                continue;
            }
            int end = Math.min(phraseEnd(text, at, nextStart(found, at, limit)), limit);
            int start = skipOpener(around, at, end);
            if (end - start > 1 && couldPay(around, start, end)) {
                return firm(around, start, end);
            }
            at = Math.max(end, at + 1);
        }
        return null;
    }

    /** At the start of a sentence a single capitalised word is a name only if what follows treats it as one. */
    private static boolean couldPay(Surroundings around, int start, int end) {
        String phrase = new String(around.body(), start, end - start);
        if (NO_NAMES.contains(phrase)) {
            return false;
        }
        boolean plainWord = phrase.indexOf(' ') < 0 && around.beginsSentence(start);
        return !plainWord
                || LegalForms.endAfter(around.body(), end) > end
                || BusinessWords.actsAsFirm(around, end)
                || BusinessWords.apposition(around, end, true) >= 0
                || SUBJECT_OF.contains(around.wordAfter(end));
    }

    private static @Nullable FoundEntity covering(List<FoundEntity> found, int at) {
        for (FoundEntity entity : found) {
            if (entity.start() <= at && at < entity.end()) {
                return entity;
            }
        }
        return null;
    }

    private static int nextStart(List<FoundEntity> found, int at, int limit) {
        for (FoundEntity entity : found) {
            if (entity.start() > at) {
                return Math.min(limit, entity.start());
            }
        }
        return limit;
    }

    private FoundEntity firm(Surroundings around, int start, int end) {
        int whole = LegalForms.endAfter(around.body(), end);
        String name = new String(around.body(), start, end - start);
        Company company = Company.unlisted(Slugs.of(name), name, countryBeside(around, start, whole));
        return FoundEntity.of(start, whole, company, company);
    }

    /** {@code an Australian data-centre builder}, {@code the Riyadh-based firm}, {@code Swedish startup Acme}. */
    private String countryBeside(Surroundings around, int start, int end) {
        int noun = BusinessWords.apposition(around, end, true);
        if (noun >= 0) {
            for (int at = end; at < noun; at++) {
                Place place = placeAt(around.body(), at);
                if (place != null) {
                    return place.country();
                }
            }
        }
        int at = start;
        for (int word = 0; word < MOST_WORDS; word++) {
            int earlier = around.startOfWordBefore(at);
            if (earlier >= at || around.wordBefore(at).isEmpty()) {
                break;
            }
            at = earlier;
            Place place = placeAt(around.body(), at);
            if (place != null) {
                return place.country();
            }
        }
        return "*";
    }

    private @Nullable Place placeAt(char[] text, int at) {
        if (!Letters.isUpper(text[at]) || at > 0 && Letters.isWord(text[at - 1])) {
            return null;
        }
        Candidate candidate = placeNames.longestAt(text, at);
        Place place = candidate == null ? null : candidate.senses().get(0).place();
        return place == null ? null : places.find(place.id());
    }

    private boolean isFirm(
            Surroundings around, int start, int end, @Nullable FoundEntity before, @Nullable FoundEntity after) {
        char[] text = around.body();
        String phrase = new String(text, start, end - start);
        if (end - start < 2 || NO_NAMES.contains(phrase) || isInHeadline(around, start, end)) {
            return false;
        }
        String[] words = phrase.split(" ");
        if (words.length > MOST_WORDS) {
            return false;
        }
        if (LegalForms.endAfter(text, end) > end || endsLikeFirm(words)) {
            return true;
        }
        if (NO_NAMES.contains(words[0]) || phrase.endsWith("ly")) {
            return false;
        }
        return BusinessWords.introducesFirm(around, start) && words.length <= 3
                || BusinessWords.apposition(around, end, false) >= 0 && words.length <= 3
                || words.length <= 2 && isListedWithCompanies(around, start, end, before, after);
    }

    private static boolean endsLikeFirm(String[] words) {
        if (words.length < 2 || !LAST_WORDS.contains(words[words.length - 1])) {
            return false;
        }
        for (int i = 0; i < words.length - 1; i++) {
            if (!COMMON.contains(words[i])
                    && !LAST_WORDS.contains(words[i])
                    && words[i].length() > 1
                    && !words[i].equals("of")) {
                return true;
            }
        }
        return false;
    }

    /** Between two companies, or beside one where the list itself is said to be of companies. */
    private static boolean isListedWithCompanies(
            Surroundings around, int start, int end, @Nullable FoundEntity before, @Nullable FoundEntity after) {
        boolean left =
                before != null && before.isCompany() && Evidence.isEnumeration(around.body(), before.end(), start);
        boolean right = after != null && after.isCompany() && Evidence.isEnumeration(around.body(), end, after.start());
        return left && right;
    }

    /** In a line of capitals a capital says nothing: both neighbours of the phrase are capitalised, or go on with it. */
    private static boolean isInHeadline(Surroundings around, int start, int end) {
        String before = around.wordBefore(start);
        String after = around.wordAfter(end);
        return Surroundings.isCapitalised(after)
                && !BusinessWords.isPost(after)
                && (Surroundings.isCapitalised(before) || before.isEmpty());
    }

    private static int skipOpener(Surroundings around, int start, int end) {
        int at = start;
        while (at < end) {
            int wordEnd = wordEnd(around.body(), at);
            if (!OPENERS.contains(new String(around.body(), at, wordEnd - at))) {
                return at;
            }
            at = wordEnd;
            while (at < end && !Letters.isWord(around.body()[at])) {
                at++;
            }
        }
        return end;
    }

    private static boolean isInsideWord(char[] text, int at) {
        return Letters.isWord(text[at - 1]);
    }

    private static int wordEnd(char[] text, int at) {
        int end = at + 1;
        while (end < text.length && Letters.isWord(text[end])) {
            end++;
        }
        return end;
    }

    /** The end of a run of capitalised words, with {@code &}, {@code of} and {@code and} only between two of them. */
    private static int phraseEnd(char[] text, int start, int limit) {
        int end = wordEnd(text, start);
        for (int words = 1; words <= MOST_WORDS + 1; words++) {
            int next = end;
            if (LegalForms.endAfter(text, end) > end) {
                return end;
            }
            if (next + 1 < limit && text[next] == '-' && Letters.isWord(text[next + 1])) {
                end = wordEnd(text, next + 1);
                continue;
            }
            if (next + 2 < limit && text[next] == ' ' && text[next + 1] == '&' && text[next + 2] == ' ') {
                next += 2;
            }
            if (next + 1 >= limit || text[next] != ' ' || !Letters.isUpper(text[next + 1])) {
                return end;
            }
            end = wordEnd(text, next + 1);
        }
        return end;
    }
}
