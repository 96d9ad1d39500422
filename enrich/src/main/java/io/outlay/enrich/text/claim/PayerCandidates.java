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
import io.outlay.enrich.text.prose.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Everybody who may pay an amount: the names of its sentence, what pronouns, descriptions and people of it stand for, and whom
 * the sentences around speak of. Nothing is decided here; {@link PayerRanker} weighs them.
 */
final class PayerCandidates {
    private static final Words BY_OR_FROM = Words.of("by", "from");
    /** Steps behind the amount within which {@code by} and {@code from} lead to who pays it. */
    private static final int AGENT_REACH = 16;
    /** Names on either side of the amount; lists that are longer than any writer's are read in linear time all the same. */
    private static final int MOST_NAMES = 16;
    /** How many sentences back whoever is their subject may pay. */
    private static final int BACK = 3;

    private final Story story;
    private final int index;
    private final Scene scene;
    private final Tokens tokens;
    private final Placed<Money> money;
    private final @Nullable Cue trigger;
    private final Subjects subjects;
    private final Antecedents antecedents;
    private final CompanyTable companies;
    private final List<Candidate> found = new ArrayList<>();

    private PayerCandidates(Amidst amidst, CompanyTable companies) {
        this.story = amidst.story();
        this.index = amidst.index();
        this.scene = amidst.scene();
        this.tokens = scene.tokens();
        this.money = amidst.money();
        this.trigger = amidst.trigger() == null ? null : amidst.trigger().cue();
        this.subjects = new Subjects(scene);
        this.antecedents = new Antecedents(story, companies, index);
        this.companies = companies;
    }

    /**
     * Somebody who may pay.
     *
     * @param elsewhere in which other place of the article, null when in this sentence
     * @param oblique whether a preposition governs it in the other sentence, or it only owns something there
     */
    record Candidate(PayerFound payer, @Nullable Elsewhere elsewhere, boolean oblique) {}

    /** Where somebody stands who is not named in the sentence of the amount. */
    enum Elsewhere {
        ONE_BACK,
        TWO_BACK,
        THREE_BACK,
        STATE_BACK,
        MOST_NAMED,
        TITLE,
        NEXT
    }

    /** In the order of the text, those of other sentences last. */
    static List<Candidate> of(Amidst amidst, CompanyTable companies) {
        PayerCandidates candidates = new PayerCandidates(amidst, companies);
        candidates.addNames();
        candidates.addReferences();
        candidates.addPeople();
        candidates.addElsewhere();
        if (amidst.isTriggeredBy(CueKind.DEAL)) {
            DealSides sides = DealSides.of(amidst);
            candidates.found.removeIf(one ->
                    one.payer().parties().size() == 1 && sides.sells(one.payer().first()));
        }
        Company target = candidates.target();
        if (target != null) {
            candidates.found.removeIf(one -> one.payer().parties().contains(target));
        }
        candidates.keepWhoMayPay();
        return candidates.found;
    }

    /** Where the sentence leaves no doubt: without who is paid, with whom a relative clause speaks of, nobody for a nameless one. */
    private void keepWhoMayPay() {
        found.removeIf(one -> isBehind(one) && isBought(one.payer().from()));
        if (found.stream().anyMatch(one -> isEstimated(one.payer().from()))) {
            found.clear();
        }
        if (found.stream().anyMatch(this::leadsClauseOfVerb)) {
            found.removeIf(one -> !leadsClauseOfVerb(one));
        }
        if (subjects.hasUnnamedBefore(money.from())) {
            found.removeIf(one -> one.elsewhere() != null
                    || one.payer().how() == How.DESCRIPTION
                    || isBehind(one) && hasMoneyUntil(one.payer().from()));
        }
    }

    /** {@code We estimate [Acme] will invest}: it has not said so. */
    private boolean isEstimated(int from) {
        for (Cue cue : scene.cues()) {
            if (cue.kind() == CueKind.FORECAST && cue.to() == from && cue.to() - cue.from() > 1) {
                return from <= money.from();
            }
        }
        return false;
    }

    private boolean isBehind(Candidate one) {
        return one.payer().from() >= money.to();
    }

    /** {@code from Oracle, a cloud company, [which spends] $40 billion}: the verb that speaks of the amount has its own subject. */
    private boolean leadsClauseOfVerb(Candidate one) {
        PayerFound payer = one.payer();
        return payer.from() >= 0
                && payer.to() <= money.from()
                && subjects.leadsRelativeOfVerb(payer.to(), money.from())
                && trigger != null
                && trigger.from() >= payer.to()
                && trigger.to() <= money.from();
    }

    private boolean hasMoneyUntil(int token) {
        for (Placed<Money> other : scene.monies()) {
            if (other.from() >= money.to()
                    && other.to() <= token
                    && !other.what().conversion()) {
                return true;
            }
        }
        return false;
    }

    /** {@code invest $8 billion in [Anthropic]}: the money goes into it, whoever pays. Not {@code in [Nvidia] chips}. */
    private @Nullable Company target() {
        if (trigger == null || trigger.kind() != CueKind.INVEST) {
            return null;
        }
        for (Placed<FoundEntity> name : scene.names()) {
            if (name.from() >= trigger.to()
                    && name.what().isCompany()
                    && Readings.isInto(scene, name.from())
                    && scene.steps(money.to(), name.from()) <= AGENT_REACH
                    && !Grammar.isPossessive(scene, name.to())
                    && !Readings.isFollowedByThing(scene, name.to())) {
                return name.what().payer();
            }
        }
        return null;
    }

    private void addNames() {
        int behind = 0;
        while (behind < scene.names().size() && scene.names().get(behind).from() < money.to()) {
            behind++;
        }
        int to = Math.min(scene.names().size(), behind + MOST_NAMES);
        for (int i = Math.max(0, behind - MOST_NAMES); i < to; i++) {
            Placed<FoundEntity> name = scene.names().get(i);
            Company payer = Antecedents.payerOf(name.what());
            if (payer == null && mayBeItsState(name)) {
                payer = antecedents.governmentOf(name.what());
            }
            if (payer == null) {
                continue;
            }
            How how = howNamed(i, name);
            List<Company> group = antecedents.withCoordinated(name, payer);
            add(List.of(payer), how, name.from(), name.to());
            if (group.size() > 1) {
                if (how == How.SUBJECT && scene.has(CueKind.TOGETHER)) {
                    found.removeIf(one -> group.containsAll(one.payer().parties()));
                }
                add(group, how, name.from(), name.to());
            }
        }
    }

    private void add(List<Company> parties, How how, int from, int to) {
        found.add(new Candidate(new PayerFound(parties, how, from, to), null, false));
    }

    /** Whether a country may stand for its government: as an agent, an owner or the subject of a verb. */
    private boolean mayBeItsState(Placed<FoundEntity> name) {
        if (name.what().country() == null) {
            return false;
        }
        boolean agent = isLedByAgent(name.from()) && !isAttribute(name);
        boolean before = name.to() <= money.from();
        return agent
                || before && Grammar.isPossessive(scene, name.to())
                || before && subjects.actsAsState(name, money.from());
    }

    private How howNamed(int i, Placed<FoundEntity> name) {
        if (isBeforeBracket(name)) {
            return How.BRACKETS;
        }
        if (name.from() >= money.to()) {
            int steps = scene.steps(money.to(), name.from());
            if (steps <= AGENT_REACH && isLedByAgent(name.from()) && !isBought(name.from()) && !isOwnersThing(name)) {
                return How.AGENT;
            }
            return steps <= 2 && isProject(name.what().company()) ? How.PROJECT_NAME : How.BESIDE;
        }
        if (Grammar.isPossessive(scene, name.to())) {
            int noun = trigger != null && trigger.to() <= money.from() ? trigger.from() : money.from();
            boolean near =
                    scene.steps(name.to(), money.from()) <= 4 || name.to() <= noun && scene.steps(name.to(), noun) <= 4;
            return near ? How.POSSESSIVE : How.BESIDE;
        }
        boolean subject = !subjects.isOblique(i) || subjects.leadsRelative(name, money.from());
        return subject ? How.SUBJECT : How.BESIDE;
    }

    private boolean isBought(int from) {
        if (trigger == null || trigger.to() > money.from() || !Grammar.is(tokens, from - 1, FROM)) {
            return false;
        }
        return trigger.kind() == CueKind.PAY || trigger.kind() == CueKind.SPEND && isThing(from - 1);
    }

    /** Whether what AI money buys is named right before the token. */
    private boolean isThing(int token) {
        for (Cue cue : scene.cues()) {
            if (cue.to() == token && (cue.kind() == CueKind.AI || cue.kind() == CueKind.INFRA)) {
                return true;
            }
        }
        return false;
    }

    /** {@code models from [Acme's] chatbot}: what comes from there is no money. */
    private boolean isOwnersThing(Placed<FoundEntity> name) {
        Placed<FoundEntity> owner = name;
        for (Placed<FoundEntity> other : scene.names()) {
            boolean same = Objects.equals(other.what().payer(), name.what().payer());
            owner = same && other.to() == name.from() - 1 ? other : owner;
        }
        return Grammar.isPossessive(scene, owner.to()) && Grammar.is(tokens, owner.from() - 1, FROM);
    }

    private static final Words FROM = Words.of("from");

    private static boolean isProject(@Nullable Company company) {
        return company != null && (company.kind() == EntityKind.CONSORTIUM || company.kind() == EntityKind.PROGRAMME);
    }

    /** {@code Amazon ($200 billion)}, {@code Amazon: $200 billion}; {@code Amazon at $200 billion, Meta at} of a list of plans. */
    private boolean isBeforeBracket(Placed<FoundEntity> name) {
        if (name.to() == money.from() - 1 && Grammar.is(tokens, name.to(), AT)) {
            return scene.monies().size() > 1 && (scene.has(CueKind.CAPEX) || scene.has(CueKind.SPENDING));
        }
        int mark = money.from() - 1;
        while (mark > 0 && tokens.hash(mark) != 0 && mark > money.from() - 3) {
            mark--;
        }
        return mark >= 1 && (tokens.mark(mark) == '(' || tokens.mark(mark) == ':') && name.to() == mark;
    }

    private static final Words AT = Words.of("at");

    private void addReferences() {
        for (Cue cue : scene.cues()) {
            if (cue.to() > money.from()) {
                addDescribedAgent(cue);
                continue;
            }
            switch (cue.kind()) {
                case IT, THEY -> refer(cue.from(), cue.to(), How.PRONOUN, antecedents.before(cue.from()));
                case WE -> refer(cue.from(), cue.to(), How.SPEAKER, antecedents.speaker());
                case DESCRIPTION -> {
                    int the = Grammar.definiteBefore(scene, cue.from());
                    if (the >= 0 && !isName(the, cue.to())) {
                        refer(the, cue.to(), How.DESCRIPTION, described(the, cue.from()));
                    }
                }
                case GOVERNMENT, OFFICIAL ->
                    refer(
                            cue.from(),
                            cue.to(),
                            How.DESCRIPTION,
                            antecedents.government(money.what().currency()));
                default -> {}
            }
        }
    }

    /** {@code $15 billion investment [by the U.S. tech giant]}. */
    private void addDescribedAgent(Cue cue) {
        if (cue.kind() != CueKind.DESCRIPTION
                || cue.from() < money.to()
                || scene.steps(money.to(), cue.from()) > AGENT_REACH) {
            return;
        }
        int the = Grammar.definiteBefore(scene, cue.from());
        if (the >= 0 && Grammar.is(tokens, the - 1, BY_OR_FROM) && !isName(the, cue.to())) {
            refer(the, cue.to(), How.AGENT, described(the, cue.from()));
        }
    }

    /** Whom a description stands for: of those spoken of the one from the country that it names ({@code the U.S. giant}). */
    private List<Company> described(int the, int noun) {
        for (Placed<FoundEntity> place : scene.names()) {
            String country = place.what().country();
            if (place.from() > the && place.to() <= noun && country != null) {
                Company from = antecedents.nearestFrom(country, the);
                return from == null ? List.of() : List.of(from);
            }
        }
        return antecedents.before(the);
    }

    private void refer(int from, int to, How how, List<Company> companies) {
        if (!companies.isEmpty()) {
            add(companies, how, from, to);
        }
    }

    private void addPeople() {
        for (int t = 0; t < tokens.size(); t++) {
            if (tokens.hash(t) != 0 && tokens.isCapitalised(t)) {
                Company company = story.companyOf(tokens.hash(t));
                if (company != null && !isName(t - 1, t)) {
                    add(List.of(company), How.PERSON, t, t + 1);
                }
            }
        }
    }

    private void addElsewhere() {
        for (int back = 1; back <= BACK; back++) {
            How how = back > 1 || scene.sentence().opensParagraph() ? How.CARRIED_FAR : How.CARRIED;
            addSubject(index - back, how, Elsewhere.values()[back - 1]);
        }
        addStateBefore();
        addElsewhere(story.main(), How.TOPIC, Elsewhere.MOST_NAMED, false);
        if (!Objects.equals(story.ofTitle(), story.main())) {
            addElsewhere(story.ofTitle(), How.TOPIC, Elsewhere.TITLE, false);
        }
        addSubject(index + 1, How.TOPIC, Elsewhere.NEXT);
    }

    /** The state that a sentence before speaks of and no firm: {@code The Treasury has a plan. It includes £500 million}. */
    private void addStateBefore() {
        for (int back = 1; back <= 2 && back <= index; back++) {
            int sentence = index - back;
            if (story.subject(sentence) != null) {
                return;
            }
            if (story.scene(sentence).has(CueKind.GOVERNMENT)) {
                List<Company> state = new Antecedents(story, companies, sentence)
                        .government(money.what().currency());
                state.forEach(one -> addElsewhere(one, How.CARRIED, Elsewhere.STATE_BACK, false));
                return;
            }
        }
    }

    private void addSubject(int sentence, How how, Elsewhere where) {
        FoundEntity subject = sentence < 0 || sentence >= story.size() ? null : story.subject(sentence);
        if (subject != null) {
            addElsewhere(subject.payer(), how, where, !story.isSubject(sentence, subject));
        }
    }

    private void addElsewhere(@Nullable Company company, How how, Elsewhere where, boolean oblique) {
        if (company != null) {
            found.add(new Candidate(new PayerFound(List.of(company), how, -1, -1), where, oblique));
        }
    }

    /** Whether a name stands within or right behind a description: {@code the chipmaker Nvidia}. */
    private boolean isName(int from, int to) {
        for (Placed<FoundEntity> name : scene.names()) {
            if (name.what().company() != null && name.from() >= from && name.from() <= to + 1) {
                return true;
            }
        }
        return false;
    }

    /** Whether {@code by} or {@code from} leads a name, over its article and up to three attributes. */
    private boolean isLedByAgent(int from) {
        for (int t = from - 1; t >= Math.max(0, from - 5) && tokens.hash(t) != 0; t--) {
            if (Grammar.is(tokens, t, BY_OR_FROM)) {
                return true;
            }
        }
        return isApposed(from) && isLedByAgent(from - 1);
    }

    /** {@code the investment fund, [MGX]}: a name that follows what it is, over a comma. */
    private boolean isApposed(int from) {
        if (from < 2 || tokens.mark(from - 1) != ',') {
            return false;
        }
        for (Cue cue : scene.cues()) {
            if (cue.to() == from - 1 && (cue.kind() == CueKind.DESCRIPTION || cue.kind() == CueKind.VENTURE_FUND)) {
                return true;
            }
        }
        return false;
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
}
