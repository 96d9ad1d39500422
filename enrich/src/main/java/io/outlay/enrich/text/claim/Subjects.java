package io.outlay.enrich.text.claim;

import io.outlay.enrich.text.claim.Scene.Placed;
import io.outlay.enrich.text.entity.FoundEntity;
import io.outlay.enrich.text.prose.Cue;
import io.outlay.enrich.text.prose.CueKind;
import io.outlay.enrich.text.prose.Tokens;
import io.outlay.enrich.text.prose.Words;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether a name of a sentence may be the subject of one of its verbs. */
final class Subjects {
    /** Verbs of those who spend and of those who speak of it. */
    static final Set<CueKind> VERBS = EnumSet.of(
            CueKind.SPEND,
            CueKind.INVEST,
            CueKind.PAY,
            CueKind.EXPECT,
            CueKind.PLAN,
            CueKind.ANNOUNCE,
            CueKind.SAY,
            CueKind.RAISE,
            CueKind.CUT,
            CueKind.BUILD,
            CueKind.CANCEL,
            CueKind.PAUSE);

    private static final Words BY = Words.of("by");
    private static final Words TO = Words.of("to");
    private static final Words OF = Words.of("of", "at");
    private static final Words WITH = Words.of("with");
    private static final Words ALSO = Words.of("also");
    private static final Words WHICH = Words.of("which", "who");
    private static final Words AND = Words.of("and", "&", "plus");
    private static final Words AUXILIARIES = Words.of(
            "has",
            "have",
            "had",
            "also",
            "will",
            "would",
            "is",
            "was",
            "now",
            "on",
            "to",
            "monday",
            "tuesday",
            "wednesday",
            "thursday",
            "friday",
            "saturday",
            "sunday",
            "today",
            "are",
            "were",
            "be",
            "been",
            "being",
            "could",
            "may",
            "might",
            "can",
            "should",
            "still",
            "already",
            "itself",
            "recently",
            "reportedly",
            "currently",
            "together",
            "both",
            "each",
            "alone",
            "not",
            "in",
            "turn",
            "last",
            "this",
            "week",
            "month",
            "year",
            "yesterday",
            "then",
            "since",
            "instead",
            "going",
            "just");

    private final Scene scene;

    Subjects(Scene scene) {
        this.scene = scene;
    }

    /** Whether a preposition governs the name, or the one that it is joined to: {@code including Amazon, Meta and Alphabet}. */
    boolean isOblique(int i) {
        Placed<FoundEntity> name = scene.names().get(i);
        boolean planner = Grammar.is(scene.tokens(), name.to(), TO) && leadIs(name.from(), BY);
        if (planner || isTitleHolders(name.from()) || isAbsolute(name.from(), name.to())) {
            return false;
        }
        for (int at = i; at >= 0; at--) {
            if (Grammar.isOblique(scene, scene.names().get(at).from())) {
                return true;
            }
            if (at == 0
                    || !onlyLinks(
                            scene.names().get(at - 1).to(),
                            scene.names().get(at).from())) {
                return false;
            }
        }
        return false;
    }

    /** {@code Jo Ray, chief executive of Acme, announced}: whoever holds a title acts for the firm. */
    private boolean isTitleHolders(int from) {
        for (Cue cue : scene.cues()) {
            if (cue.kind() == CueKind.TITLE && cue.to() == from - 1 && Grammar.is(scene.tokens(), from - 1, OF)) {
                return true;
            }
        }
        return false;
    }

    /** {@code with Acme planning to spend}, {@code with the company also entering into}: a subject, for all its preposition. */
    boolean isAbsolute(int from, int to) {
        if (!Grammar.is(scene.tokens(), from - 1, WITH)) {
            return false;
        }
        int verb = Grammar.is(scene.tokens(), to, ALSO) ? to + 1 : to;
        for (Cue cue : scene.cues()) {
            if (cue.from() == verb && VERBS.contains(cue.kind())) {
                return true;
            }
        }
        return false;
    }

    /** Whether one of the words leads the name, over its attributes: {@code plans [by Canadian investment firm] Brookfield to}. */
    private boolean leadIs(int from, Words words) {
        Tokens tokens = scene.tokens();
        for (int t = from - 1; t >= Math.max(0, from - 5) && tokens.hash(t) != 0; t--) {
            if (Grammar.is(tokens, t, words)) {
                return true;
            }
        }
        return false;
    }

    /** {@code from Microsoft, which has announced}: a name that a relative clause makes a subject. */
    boolean leadsRelative(Placed<FoundEntity> name, int verb) {
        Tokens tokens = scene.tokens();
        int t = name.to();
        if (t < tokens.size() && tokens.mark(t) == ',') {
            t++;
        }
        return t < verb && Grammar.is(tokens, t, WHICH);
    }

    /** The verb right behind the token, over auxiliaries and days; null without one. */
    @Nullable
    Cue verbAt(int token) {
        Tokens tokens = scene.tokens();
        int at = token;
        while (at < tokens.size() && at < token + 6 && Grammar.is(tokens, at, AUXILIARIES)) {
            Cue verb = verbFrom(at);
            if (verb != null && verb.to() - verb.from() > 1) {
                return verb;
            }
            at++;
        }
        Cue verb = verbFrom(at);
        return verb != null ? verb : at > token ? verbFrom(at - 1) : null;
    }

    private @Nullable Cue verbFrom(int token) {
        for (Cue cue : scene.cues()) {
            if (cue.from() == token && VERBS.contains(cue.kind())) {
                return cue;
            }
        }
        return null;
    }

    /** {@code Canada will invest}, {@code The UAE has also pledged}: a country right before its verb. */
    boolean actsAsState(Placed<FoundEntity> name, int verb) {
        if (name.what().country() != null && Grammar.isPossessive(scene, name.to()) && isGovernment(name.to() + 1)) {
            return true;
        }
        if (name.what().country() == null
                || Grammar.isPossessive(scene, name.to())
                        && !scene.hasBetween(name.to(), Math.min(name.to() + 4, verb + 1), CueKind.PROJECT)) {
            return false;
        }
        Tokens tokens = scene.tokens();
        int at = name.to();
        while (at < verb && Grammar.is(tokens, at, AUXILIARIES)) {
            at++;
        }
        for (Cue cue : scene.cues()) {
            if (cue.from() == at
                    && cue.from() <= verb
                    && (VERBS.contains(cue.kind()) || cue.kind() == CueKind.GOVERNMENT && at == name.to())) {
                return true;
            }
        }
        return false;
    }

    private boolean isGovernment(int token) {
        for (Cue cue : scene.cues()) {
            if (cue.kind() == CueKind.GOVERNMENT && (cue.from() == token || cue.from() == token + 1)) {
                return true;
            }
        }
        return false;
    }

    /** Whether only commas, {@code and} and brackets lie between two tokens. */
    boolean onlyLinks(int from, int to) {
        Tokens tokens = scene.tokens();
        boolean linked = false;
        boolean bracket = false;
        for (int t = from; t < to; t++) {
            char mark = tokens.mark(t);
            if (mark == '(') {
                bracket = true;
            } else if (mark == ')') {
                bracket = false;
            } else if (mark == ',' || mark == '&' || Grammar.is(tokens, t, AND)) {
                linked = true;
            } else if (!bracket) {
                return false;
            }
        }
        return linked;
    }

    /** {@code A Seattle-based developer has filed plans to build a $4 billion site}: the subject has no name. */
    boolean hasUnnamedBefore(int money) {
        Tokens tokens = scene.tokens();
        Cue noun = scene.after(0, CueKind.DESCRIPTION);
        if (noun == null || noun.to() > money || noun.from() > 6) {
            return false;
        }
        boolean article = false;
        for (int t = noun.from() - 1; t >= 0 && tokens.hash(t) != 0; t--) {
            article |= Grammar.is(tokens, t, SOME);
        }
        for (Placed<FoundEntity> name : scene.names()) {
            article &= name.what().company() == null || name.from() > money;
        }
        return article && verbAt(noun.to()) != null;
    }

    private static final Words SOME = Words.of("a", "an", "one", "unnamed", "another");

    /** {@code a deal with Oracle, [which plans] to spend}: the relative clause says what the name does. */
    boolean leadsRelativeOfVerb(int name, int money) {
        Tokens tokens = scene.tokens();
        int t = name;
        if (t < tokens.size() && tokens.mark(t) == ',') {
            t++;
        }
        if (Grammar.is(tokens, t, ARTICLE)) {
            t = behindApposition(t, money);
        }
        if (t >= money || !Grammar.is(tokens, t, WHO)) {
            return false;
        }
        for (int m = t; m < money; m++) {
            if (tokens.mark(m) == ',') {
                return false;
            }
        }
        return verbAt(t + 1) != null;
    }

    /** {@code Oracle, [a database and cloud company,] which spends}: the token behind the comma that closes it. */
    private int behindApposition(int from, int money) {
        Tokens tokens = scene.tokens();
        for (int t = from; t < Math.min(money, from + 10); t++) {
            if (tokens.mark(t) == ',') {
                return t + 1;
            }
        }
        return from;
    }

    private static final Words ARTICLE = Words.of("a", "an", "the");
    private static final Words WHO = Words.of("who", "which", "that");
}
