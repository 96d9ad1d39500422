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
    private static final Set<Long> TO = RoleReader.hashes("to");
    private static final Set<Long> FROM = RoleReader.hashes("from");
    private static final Set<Long> OF = RoleReader.hashes("of", "at");
    private static final Set<Long> SHARES = RoleReader.hashes("shares", "stock");
    private static final Set<Long> WITH = RoleReader.hashes("with");
    private static final Set<Long> ALSO = RoleReader.hashes("also");
    private static final Set<Long> AUXILIARIES = RoleReader.hashes(
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
            "monday",
            "tuesday",
            "wednesday",
            "thursday",
            "friday",
            "saturday",
            "sunday",
            "today");
    private static final Set<Long> WHICH = RoleReader.hashes("which", "who");
    private static final Set<Long> BE = RoleReader.hashes("be", "being", "was", "were", "been", "is", "are");
    private static final Set<Long> AND = RoleReader.hashes("and", "&", "plus");

    /**
     * Somebody in the sentence who may be the subject.
     *
     * @param company null where a pronoun, a description or a crowd stands
     */
    private record Candidate(int from, int to, @Nullable How how, @Nullable Company company) {
        /** {@code hyperscalers}, {@code Big Tech}: whoever they are, no payer of ours. */
        boolean isCrowd() {
            return how == null;
        }
    }

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
        if (found == null && finder.isSomebodyElses()) {
            return null;
        }
        if (found == null && finder.isImpersonal()) {
            return finder.carried(false);
        }
        if (found == null) {
            found = finder.possessor(trigger);
        }
        if (found == null) {
            Candidate subject = finder.subject(trigger);
            if (subject != null && subject.isCrowd()) {
                return null;
            }
            found = subject == null ? null : finder.resolve(subject);
        }
        return found != null ? found : finder.elsewhere();
    }

    /** {@code the president's $500 billion plan}: the money is said to be that of somebody who is no payer of ours. */
    private boolean isSomebodyElses() {
        int owner = money.from() - 1;
        if (owner < 1 || !Grammar.isPossessive(scene, owner)) {
            return false;
        }
        for (Cue cue : scene.cues()) {
            if (cue.to() == owner && (cue.kind() == CueKind.DESCRIPTION || cue.kind() == CueKind.GOVERNMENT)) {
                return false;
            }
        }
        for (Placed<FoundEntity> name : scene.names()) {
            if (name.to() == owner) {
                return false;
            }
        }
        return story.companyOf(scene.tokens().hash(owner - 1)) == null;
    }

    /** {@code $3 trillion will be spent}: a passive verb without an agent. */
    private boolean isImpersonal() {
        for (Cue cue : scene.cues()) {
            if ((cue.kind() == CueKind.SPEND || cue.kind() == CueKind.INVEST)
                    && cue.from() >= money.to()
                    && scene.steps(money.to(), cue.from()) <= 3
                    && Grammar.is(scene.tokens(), cue.from() - 1, BE)) {
                return true;
            }
        }
        return false;
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
            if (steps > 12) {
                break;
            }
            if (name.what().company() == null && isAttribute(name)) {
                continue;
            }
            int lead = leadOf(name.from());
            boolean by = Grammar.is(tokens, lead, BY)
                    && (trigger == null
                            || scene.hasBetween(money.to(), lead, CueKind.SPEND)
                            || scene.hasBetween(money.to(), lead, CueKind.INVEST)
                            || scene.hasBetween(money.to(), lead, CueKind.PROJECT));
            boolean from = (trigger == null || trigger.kind() != CueKind.PAY)
                    && Grammar.is(tokens, lead, FROM)
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

    /** {@code [Canadian] investment firm Brookfield}: a nationality right before somebody's name. */
    private boolean isAttribute(Placed<FoundEntity> place) {
        for (Placed<FoundEntity> other : scene.names()) {
            if (other.from() > place.from()
                    && other.from() - place.to() <= 4
                    && other.what().company() != null) {
                return true;
            }
        }
        return false;
    }

    /** The preposition before a name, over its article and up to three attributes; -1 without one. */
    private int leadOf(int from) {
        Tokens tokens = scene.tokens();
        for (int t = from - 1; t >= Math.max(money.to(), from - 5); t--) {
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
            if (payer == null
                    && Grammar.isPossessive(scene, name.to())
                    && name.to() <= money.from()
                    && scene.hasBetween(name.to(), Math.min(name.to() + 3, money.from()), CueKind.PROJECT)) {
                payer = governmentOf(name.what());
            }
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

    /** The nearest that may be the subject of the verb that governs the amount. */
    private @Nullable Candidate subject(@Nullable Cue trigger) {
        Candidate best = null;
        for (Candidate candidate : candidatesBefore(verbFor(trigger))) {
            if (best == null || candidate.from > best.from) {
                best = candidate;
            }
        }
        return best;
    }

    /** Where the verb stands whose subject is sought: the trigger if it is one, else the nearest verb before the amount. */
    private int verbFor(@Nullable Cue trigger) {
        if (trigger == null || trigger.from() >= money.to() || VERBS.contains(trigger.kind())) {
            return trigger == null || trigger.from() >= money.to() ? money.from() : trigger.from();
        }
        for (Cue cue : scene.cues()) {
            if (cue.from() >= trigger.to() && cue.to() <= money.from() && VERBS.contains(cue.kind())) {
                return money.from();
            }
        }
        return trigger.from();
    }

    private List<Candidate> candidatesBefore(int verb) {
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < scene.names().size(); i++) {
            Placed<FoundEntity> name = scene.names().get(i);
            boolean leads = leadsRelative(name, verb);
            if (name.to() > verb || isOblique(i) && !leads) {
                continue;
            }
            boolean possessive = Grammar.isPossessive(scene, name.to());
            Company payer = payerOf(name.what());
            if (payer != null && !possessive) {
                candidates.add(new Candidate(name.from(), name.to(), How.SUBJECT, payer));
            } else if (payer != null && Story.isFirm(payer)) {
                candidates.add(new Candidate(name.from(), name.to(), How.BESIDE, payer));
            } else if (payer == null && actsAsState(name, verb)) {
                candidates.add(new Candidate(name.from(), name.to(), How.SUBJECT, governmentOf(name.what())));
            }
        }
        for (Cue cue : scene.cues()) {
            if (cue.to() <= verb) {
                addReference(cue, candidates);
            }
        }
        addPeople(verb, candidates);
        return candidates;
    }

    private void addReference(Cue cue, List<Candidate> candidates) {
        switch (cue.kind()) {
            case IT, THEY -> candidates.add(new Candidate(cue.from(), cue.to(), How.PRONOUN, null));
            case WE -> candidates.add(new Candidate(cue.from(), cue.to(), How.SPEAKER, null));
            case DESCRIPTION -> {
                int the = Grammar.definiteBefore(scene, cue.from());
                if (the >= 0
                        && (!Grammar.isOblique(scene, the) || isAbsolute(the, cue.to()))
                        && !isName(the, cue.to())
                        && !Grammar.isPossessive(scene, cue.to())) {
                    candidates.add(new Candidate(the, cue.to(), How.DESCRIPTION, null));
                }
            }
            case JOINT -> {
                boolean definite = Grammar.definiteBefore(scene, cue.from()) == cue.from() - 1;
                if (!definite && !Grammar.isOblique(scene, cue.from()) && !isName(cue.from() - 4, cue.to())) {
                    candidates.add(new Candidate(cue.from(), cue.to(), null, null));
                }
            }
            default -> {}
        }
    }

    private void addPeople(int verb, List<Candidate> candidates) {
        Tokens tokens = scene.tokens();
        for (int t = 0; t < Math.min(verb, tokens.size()); t++) {
            if (tokens.hash(t) != 0 && tokens.isCapitalised(t)) {
                Company company = story.companyOf(tokens.hash(t));
                if (company != null && !isName(t - 1, t)) {
                    candidates.add(new Candidate(t, t + 1, How.PERSON, company));
                }
            }
        }
    }

    /** Whether a preposition governs the name, or the one that it is joined to: {@code including Amazon, Meta and Alphabet}. */
    private boolean isOblique(int i) {
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

    /** {@code Shares of Acme rose after the company}: the firm is spoken of, though its shares are the subject. */
    private boolean isShareOf(int from) {
        return Grammar.is(scene.tokens(), from - 1, OF) && Grammar.is(scene.tokens(), from - 2, SHARES);
    }

    /** {@code with Acme planning to spend}, {@code with the company also entering into}: a subject, for all its preposition. */
    private boolean isAbsolute(int from, int to) {
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
    private boolean leadIs(int from, Set<Long> words) {
        Tokens tokens = scene.tokens();
        for (int t = from - 1; t >= Math.max(0, from - 5) && tokens.hash(t) != 0; t--) {
            if (Grammar.is(tokens, t, words)) {
                return true;
            }
        }
        return false;
    }

    /** {@code from Microsoft, which has announced}: a name that a relative clause makes a subject. */
    private boolean leadsRelative(Placed<FoundEntity> name, int verb) {
        Tokens tokens = scene.tokens();
        int t = name.to();
        if (t < tokens.size() && tokens.mark(t) == ',') {
            t++;
        }
        return t < verb && Grammar.is(tokens, t, WHICH);
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

    private boolean isGovernment(int token) {
        for (Cue cue : scene.cues()) {
            if (cue.kind() == CueKind.GOVERNMENT && (cue.from() == token || cue.from() == token + 1)) {
                return true;
            }
        }
        return false;
    }

    /** {@code Canada will invest}, {@code The UAE has also pledged}: a country right before its verb. */
    private boolean actsAsState(Placed<FoundEntity> name, int verb) {
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

    private @Nullable PayerFound resolve(Candidate candidate) {
        How how = candidate.how == null ? How.BESIDE : candidate.how;
        if (candidate.company != null) {
            for (Placed<FoundEntity> name : scene.names()) {
                if (name.from() == candidate.from) {
                    return new PayerFound(withCoordinated(name, candidate.company), how, candidate.from, candidate.to);
                }
            }
            return new PayerFound(List.of(candidate.company), how, candidate.from, candidate.to);
        }
        List<Company> antecedent = how == How.SPEAKER ? speaker() : antecedent(candidate.from);
        return antecedent.isEmpty() ? null : new PayerFound(antecedent, how, candidate.from, candidate.to);
    }

    /** Whom a pronoun or description at the token stands for: the nearest subject before it, here or in a sentence before. */
    private List<Company> antecedent(int before) {
        List<Company> nearest = List.of();
        for (int i = 0; i < scene.names().size(); i++) {
            Placed<FoundEntity> name = scene.names().get(i);
            Company payer = payerOf(name.what());
            if (name.to() > before || isOblique(i) && !leadsRelative(name, before) && !isShareOf(name.from())) {
                continue;
            }
            if (payer != null && (Story.isFirm(payer) || nearest.isEmpty())) {
                nearest = withCoordinated(name, payer);
            } else if (payer == null && nearest.isEmpty() && actsAsState(name, before)) {
                Company government = governmentOf(name.what());
                nearest = government == null ? nearest : List.of(government);
            }
        }
        return nearest.isEmpty() ? spokenOf() : nearest;
    }

    /** Who says {@code we}: the firm beside the verb of saying, else the one spoken of. */
    private List<Company> speaker() {
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
            Company company = nearest == null ? null : payerOf(nearest.what());
            if (company != null) {
                return List.of(company);
            }
            Company state = sayingState(say);
            if (state != null) {
                return List.of(state);
            }
            for (int t = Math.max(0, say.from() - 3);
                    t < Math.min(scene.tokens().size(), say.to() + 4);
                    t++) {
                Company ofPerson = story.companyOf(scene.tokens().hash(t));
                if (ofPerson != null && scene.tokens().isCapitalised(t)) {
                    return List.of(ofPerson);
                }
            }
        }
        Company title = story.ofTitle();
        return title == null ? spokenOf() : List.of(title);
    }

    /** {@code President Macron said}: the state of whoever holds an office. */
    private @Nullable Company sayingState(Cue say) {
        boolean office = false;
        for (Cue cue : scene.cues()) {
            office |= cue.kind() == CueKind.OFFICIAL && Math.abs(cue.from() - say.from()) <= 4;
        }
        for (int i = 0; office && i < scene.names().size(); i++) {
            FoundEntity name = scene.names().get(i).what();
            if (name.country() != null) {
                return governmentOf(name);
            }
        }
        return null;
    }

    private List<Company> spokenOf() {
        FoundEntity focus = story.focusBefore(index, 4);
        Company company = focus != null ? focus.payer() : story.main();
        return company == null ? List.of() : List.of(company);
    }

    /** Nobody before the amount: who stands after it in the clause, else whom the sentences before speak of. */
    private @Nullable PayerFound elsewhere() {
        for (int i = scene.names().size() - 1; i >= 0; i--) {
            Placed<FoundEntity> name = scene.names().get(i);
            Company payer = payerOf(name.what());
            if (payer != null
                    && name.to() <= money.from()
                    && scene.steps(name.to(), money.from()) <= 12
                    && !isOblique(i)) {
                return new PayerFound(List.of(payer), How.BESIDE, name.from(), name.to());
            }
        }
        return carried(true);
    }

    private @Nullable PayerFound carried(boolean orTopic) {
        FoundEntity focus = story.focusBefore(index, 2);
        if (focus != null && focus.payer() != null) {
            How how = scene.sentence().opensParagraph() ? How.CARRIED_FAR : How.CARRIED;
            return new PayerFound(List.of(focus.payer()), how, -1, -1);
        }
        Company main = orTopic ? story.main() : null;
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
        if (country == null) {
            return null;
        }
        return country.equals("EU") ? companies.find("european-commission") : companies.governmentOf(country);
    }
}
