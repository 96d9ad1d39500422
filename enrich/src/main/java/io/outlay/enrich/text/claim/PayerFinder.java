package io.outlay.enrich.text.claim;

import io.outlay.enrich.text.claim.PayerFound.How;
import io.outlay.enrich.text.claim.Scene.Placed;
import io.outlay.enrich.text.entity.Company;
import io.outlay.enrich.text.entity.CompanyTable;
import io.outlay.enrich.text.entity.EntityKind;
import io.outlay.enrich.text.entity.FoundEntity;
import io.outlay.enrich.text.prose.Cue;
import io.outlay.enrich.text.prose.CueKind;
import io.outlay.enrich.text.prose.Tokens;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds who spends an amount: by brackets, possessives, agents, subjects, and what pronouns and descriptions stand for. */
final class PayerFinder {
    private static final Set<CueKind> VERBS = EnumSet.of(
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
    private static final Set<Long> BY = RoleReader.hashes("by");
    private static final Set<Long> FROM = RoleReader.hashes("from");
    private static final Set<Long> AND = RoleReader.hashes("and", "&", "plus");

    /** Somebody in the sentence who may be the subject. */
    private record Candidate(int from, int to, How how, @Nullable Company company) {}

    private final Story story;
    private final CompanyTable companies;
    private final int index;
    private final Scene scene;
    private final Placed<Money> money;

    private PayerFinder(Story story, CompanyTable companies, int index, Placed<Money> money) {
        this.story = story;
        this.companies = companies;
        this.index = index;
        this.scene = story.scene(index);
        this.money = money;
    }

    /** @param trigger the cue that makes the amount spending; null when none stands out */
    static @Nullable PayerFound find(
            Story story, CompanyTable companies, int index, Placed<Money> money, @Nullable Cue trigger) {
        PayerFinder finder = new PayerFinder(story, companies, index, money);
        PayerFound found = finder.inBrackets();
        if (found == null) {
            found = finder.projectName();
        }
        if (found == null) {
            found = finder.agent(trigger);
        }
        if (found == null) {
            found = finder.possessor(trigger);
        }
        if (found == null) {
            found = finder.subject(trigger);
        }
        return found != null ? found : finder.elsewhere();
    }

    /** {@code Amazon ($200 billion)}, {@code Amazon: $200 billion}. */
    private @Nullable PayerFound inBrackets() {
        Tokens tokens = scene.tokens();
        int before = money.from() - 1;
        while (before > 0 && tokens.hash(before) != 0 && before > money.from() - 3) {
            before--;
        }
        if (before < 1 || tokens.mark(before) != '(' && tokens.mark(before) != ':') {
            return null;
        }
        for (Placed<FoundEntity> name : scene.names()) {
            Company payer = payerOf(name.what());
            if (payer != null && name.to() == before && Story.isFirm(payer)) {
                return new PayerFound(List.of(payer), How.BRACKETS, name.from(), name.to());
            }
        }
        return null;
    }

    /** {@code the $500 billion Stargate project}, {@code Stargate, the $500 billion data-center-building project}. */
    private @Nullable PayerFound projectName() {
        for (Placed<FoundEntity> name : scene.names()) {
            Company company = name.what().company();
            if (company == null || company.kind() != EntityKind.CONSORTIUM && company.kind() != EntityKind.PROGRAMME) {
                continue;
            }
            boolean after = name.from() >= money.to() && scene.steps(money.to(), name.from()) <= 2;
            boolean before = name.to() <= money.from()
                    && scene.steps(name.to(), money.from()) <= 5
                    && !scene.hasBetween(name.to(), money.from(), CueKind.SAY);
            boolean subject = name.to() <= money.from()
                    && !Grammar.isOblique(scene, name.from())
                    && scene.steps(name.to(), money.from()) <= 10;
            if (after || before || subject) {
                Company payer = payerOf(name.what());
                return payer == null ? null : new PayerFound(List.of(payer), How.PROJECT_NAME, name.from(), name.to());
            }
        }
        return null;
    }

    /** {@code will be invested by X}, {@code €20 billion coming from X}, {@code the $100 billion commitment from X}. */
    private @Nullable PayerFound agent(@Nullable Cue trigger) {
        Tokens tokens = scene.tokens();
        for (Placed<FoundEntity> name : scene.names()) {
            if (name.from() < money.to()
                    || payerOf(name.what()) == null && name.what().place() == null) {
                continue;
            }
            int steps = scene.steps(money.to(), name.from());
            if (steps > 9) {
                break;
            }
            int lead = leadOf(name.from());
            boolean by = Grammar.is(tokens, lead, BY)
                    && (trigger == null
                            || scene.hasBetween(money.to(), lead, CueKind.SPEND)
                            || scene.hasBetween(money.to(), lead, CueKind.INVEST)
                            || scene.hasBetween(money.to(), lead, CueKind.PROJECT));
            boolean from = Grammar.is(tokens, lead, FROM)
                    && scene.steps(money.to(), lead) <= 3
                    && !scene.hasBetween(money.to(), lead, CueKind.DEAL);
            if (by || from) {
                Company payer = payerOf(name.what());
                if (payer == null && name.what().country() != null) {
                    payer = governmentOf(name.what());
                }
                return payer == null ? null : new PayerFound(List.of(payer), How.AGENT, name.from(), name.to());
            }
        }
        return null;
    }

    /** The preposition before a name, over its article and up to three attributes; -1 without one. */
    private int leadOf(int from) {
        Tokens tokens = scene.tokens();
        for (int t = from - 1; t >= Math.max(money.to(), from - 4); t--) {
            if (Grammar.is(tokens, t, BY) || Grammar.is(tokens, t, FROM)) {
                return t;
            }
            if (tokens.hash(t) == 0) {
                return -1;
            }
        }
        return -1;
    }

    /** {@code Microsoft's $80 billion plan}, {@code Google's own investment of £5 billion}. */
    private @Nullable PayerFound possessor(@Nullable Cue trigger) {
        int target = trigger != null && trigger.to() <= money.from() ? trigger.from() : money.from();
        for (int i = scene.names().size() - 1; i >= 0; i--) {
            Placed<FoundEntity> name = scene.names().get(i);
            Company payer = payerOf(name.what());
            if (name.to() > money.from() || payer == null || !Grammar.isPossessive(scene, name.to())) {
                continue;
            }
            boolean near = scene.steps(name.to(), money.from()) <= 4
                    || name.to() <= target && scene.steps(name.to(), target) <= 4;
            if (near && !verbBetween(name.to(), Math.min(target, money.from()))) {
                return new PayerFound(withCoordinated(name, payer), How.POSSESSIVE, name.from(), name.to());
            }
            return null;
        }
        return null;
    }

    private boolean verbBetween(int from, int to) {
        for (Cue cue : scene.cues()) {
            if (cue.from() >= from && cue.to() <= to && (cue.kind() == CueKind.SAY || cue.kind() == CueKind.INVEST)) {
                return true;
            }
        }
        return false;
    }

    /** The subject of the verb that governs the amount. */
    private @Nullable PayerFound subject(@Nullable Cue trigger) {
        int verb = verbFor(trigger);
        Candidate best = null;
        for (Candidate candidate : candidatesBefore(verb)) {
            if (best == null || candidate.from > best.from) {
                best = candidate;
            }
        }
        return best == null ? null : resolve(best);
    }

    /** Where the verb stands whose subject is sought: the trigger if it is one, else the nearest verb before the amount. */
    private int verbFor(@Nullable Cue trigger) {
        if (trigger != null && trigger.to() <= money.from() && VERBS.contains(trigger.kind())) {
            return trigger.from();
        }
        return trigger != null && trigger.to() <= money.from() ? trigger.from() : money.from();
    }

    private List<Candidate> candidatesBefore(int verb) {
        List<Candidate> candidates = new ArrayList<>();
        for (Placed<FoundEntity> name : scene.names()) {
            if (name.to() > verb || Grammar.isOblique(scene, name.from())) {
                continue;
            }
            boolean possessive = Grammar.isPossessive(scene, name.to());
            Company payer = payerOf(name.what());
            if (payer != null && !possessive) {
                candidates.add(new Candidate(name.from(), name.to(), How.SUBJECT, payer));
            } else if (payer != null && Story.isFirm(payer)) {
                candidates.add(new Candidate(name.from(), name.to(), How.BESIDE, payer));
            } else if (payer == null && !possessive && name.what().country() != null && actsAsState(name, verb)) {
                candidates.add(new Candidate(name.from(), name.to(), How.SUBJECT, governmentOf(name.what())));
            }
        }
        for (Cue cue : scene.cues()) {
            if (cue.to() > verb) {
                continue;
            }
            switch (cue.kind()) {
                case IT, THEY -> candidates.add(new Candidate(cue.from(), cue.to(), How.PRONOUN, null));
                case WE -> candidates.add(new Candidate(cue.from(), cue.to(), How.SPEAKER, null));
                case DESCRIPTION -> {
                    int the = Grammar.definiteBefore(scene, cue.from());
                    if (the >= 0
                            && !Grammar.isOblique(scene, the)
                            && !isName(the, cue.to())
                            && !Grammar.isPossessive(scene, cue.to())) {
                        candidates.add(new Candidate(the, cue.to(), How.DESCRIPTION, null));
                    }
                }
                default -> {}
            }
        }
        return candidates;
    }

    /** Whether a name stands within or right behind the description: {@code the chipmaker Nvidia}. */
    private boolean isName(int from, int to) {
        for (Placed<FoundEntity> name : scene.names()) {
            if (name.what().company() != null && name.from() >= from && name.from() <= to + 1) {
                return true;
            }
        }
        return false;
    }

    /** {@code Canada will invest}: a country right before its verb. */
    private boolean actsAsState(Placed<FoundEntity> name, int verb) {
        for (Cue cue : scene.cues()) {
            if (cue.from() >= name.to()
                    && cue.from() <= name.to() + 1
                    && VERBS.contains(cue.kind())
                    && cue.from() <= verb) {
                return true;
            }
            if (cue.kind() == CueKind.GOVERNMENT && cue.from() == name.to()) {
                return true;
            }
        }
        return false;
    }

    private @Nullable PayerFound resolve(Candidate candidate) {
        if (candidate.company != null) {
            for (Placed<FoundEntity> name : scene.names()) {
                if (name.from() == candidate.from) {
                    return new PayerFound(
                            withCoordinated(name, candidate.company), candidate.how, candidate.from, candidate.to);
                }
            }
            return new PayerFound(List.of(candidate.company), candidate.how, candidate.from, candidate.to);
        }
        Company antecedent = candidate.how == How.SPEAKER ? speaker() : antecedent(candidate.from);
        return antecedent == null
                ? null
                : new PayerFound(List.of(antecedent), candidate.how, candidate.from, candidate.to);
    }

    /** Whom a pronoun or description at the token stands for: the nearest subject before it, here or in a sentence before. */
    private @Nullable Company antecedent(int before) {
        Company nearest = null;
        for (Placed<FoundEntity> name : scene.names()) {
            Company payer = payerOf(name.what());
            if (name.to() <= before && payer != null && Story.isFirm(payer) && !Grammar.isOblique(scene, name.from())) {
                nearest = payer;
            }
        }
        if (nearest != null) {
            return nearest;
        }
        FoundEntity focus = story.focusBefore(index, 4);
        return focus != null ? focus.payer() : story.main();
    }

    /** Who says {@code we}: the firm beside the verb of saying, else the one spoken of. */
    private @Nullable Company speaker() {
        Cue say = scene.after(0, CueKind.SAY);
        if (say != null) {
            Placed<FoundEntity> nearest = null;
            for (Placed<FoundEntity> name : scene.names()) {
                Company payer = payerOf(name.what());
                if (payer != null
                        && Story.isFirm(payer)
                        && (nearest == null
                                || Math.abs(name.from() - say.from()) < Math.abs(nearest.from() - say.from()))
                        && Math.abs(name.from() - say.from()) < 12) {
                    nearest = name;
                }
            }
            if (nearest != null) {
                return payerOf(nearest.what());
            }
        }
        FoundEntity focus = story.focusBefore(index, 4);
        return focus != null ? focus.payer() : story.main();
    }

    /** Nobody before the amount: who stands after it in the clause, else whom the sentences before speak of. */
    private @Nullable PayerFound elsewhere() {
        for (int i = scene.names().size() - 1; i >= 0; i--) {
            Placed<FoundEntity> name = scene.names().get(i);
            Company payer = payerOf(name.what());
            if (payer != null && name.to() <= money.from() && scene.steps(name.to(), money.from()) <= 12) {
                return new PayerFound(List.of(payer), How.BESIDE, name.from(), name.to());
            }
        }
        FoundEntity focus = story.focusBefore(index, 2);
        if (focus != null && focus.payer() != null) {
            return new PayerFound(List.of(focus.payer()), How.CARRIED, -1, -1);
        }
        Company main = story.main();
        return main == null ? null : new PayerFound(List.of(main), How.TOPIC, -1, -1);
    }

    /** The payer with those that are named side by side with it before: {@code OpenAI, SoftBank and Oracle}. */
    private List<Company> withCoordinated(Placed<FoundEntity> name, Company payer) {
        Set<Company> parties = new LinkedHashSet<>();
        int at = name.from();
        for (int i = scene.names().size() - 1; i >= 0; i--) {
            Placed<FoundEntity> other = scene.names().get(i);
            Company company = payerOf(other.what());
            if (other.to() > at || company == null || !Story.isFirm(company)) {
                continue;
            }
            if (!onlyLinks(other.to(), at)) {
                break;
            }
            parties.add(company);
            at = other.from();
        }
        List<Company> all = new ArrayList<>(parties);
        java.util.Collections.reverse(all);
        all.remove(payer);
        all.add(payer);
        return all;
    }

    private boolean onlyLinks(int from, int to) {
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

    private static @Nullable Company payerOf(FoundEntity name) {
        Company payer = name.payer();
        return payer == null || payer.kind() == EntityKind.MEDIA ? null : payer;
    }

    private @Nullable Company governmentOf(FoundEntity name) {
        String country = name.country();
        return country == null || country.equals("EU") ? null : companies.governmentOf(country);
    }
}
