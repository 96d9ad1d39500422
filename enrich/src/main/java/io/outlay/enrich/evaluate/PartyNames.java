package io.outlay.enrich.evaluate;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** When two names mean the same party: legal forms and punctuation aside, with a few well-known second names. */
final class PartyNames {
    private static final Pattern BRACKETS = Pattern.compile("\\(.*?\\)");
    private static final Pattern FORMS = Pattern.compile(
            "\\b(inc|corp|corporation|co|ltd|plc|group|holdings?|platforms|company|ai|industries|data services|limited|the"
                    + "|government of|government|s\\.?a\\.?|n\\.?v\\.?|ag|se)\\b\\.?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NO_LETTERS = Pattern.compile("[^a-z0-9]+");
    private static final Pattern STATE = Pattern.compile(
            "government|kingdom|emirates|european union|arabia|department|ministry|republic|package|plan|deal|france|india"
                    + "|japan|korea|canada",
            Pattern.CASE_INSENSITIVE);

    private static final Map<String, String> SECOND_NAMES = Map.of(
            "google", "alphabet",
            "aws", "amazon",
            "facebook", "meta",
            "uae", "united arab emirates",
            "tcs", "tata consultancy services",
            "eu", "european union",
            "tim", "telecom italia",
            "us department of energy", "department of energy",
            "uk", "united kingdom");

    /** Who may stand for whom: a member for its consortium, a fund for its state. */
    private static final Map<String, Set<String>> STAND_INS = Map.of(
            "united arab emirates", Set.of("mgx", "abu dhabi", "uae fund"),
            "stargate", Set.of("openai", "softbank", "oracle"),
            "sk gs naver", Set.of("sk", "naver", "gs"),
            "south korean tech firms", Set.of("samsung", "sk", "naver"),
            "mistral", Set.of("mistral"),
            "xai", Set.of("spacex", "xai"),
            "department energy", Set.of("us department energy"),
            "yotta", Set.of("yotta"),
            "aramco digital", Set.of("aramco"),
            "brookfield", Set.of("brookfield asset management", "brookfield"));

    private PartyNames() {}

    /** The name in a form that can be compared; may be empty. */
    static String key(String name) {
        String plain = BRACKETS.matcher(name.toLowerCase(Locale.ROOT)).replaceAll(" ");
        plain = FORMS.matcher(plain).replaceAll(" ");
        plain = NO_LETTERS.matcher(plain).replaceAll(" ").strip();
        return SECOND_NAMES.getOrDefault(plain, plain);
    }

    static boolean mayStandFor(String key, String labelled) {
        return STAND_INS.getOrDefault(labelled, Set.of()).contains(key);
    }

    /** Whether the labelled name is that of a state, a programme or a package of pledges. */
    static boolean isState(String name) {
        return STATE.matcher(name).find();
    }
}
