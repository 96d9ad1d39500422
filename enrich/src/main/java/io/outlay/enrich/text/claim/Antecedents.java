package io.outlay.enrich.text.claim;

import io.outlay.enrich.text.claim.Scene.Placed;
import io.outlay.enrich.text.entity.Company;
import io.outlay.enrich.text.entity.CompanyTable;
import io.outlay.enrich.text.entity.EntityKind;
import io.outlay.enrich.text.entity.FoundEntity;
import io.outlay.enrich.text.prose.Cue;
import io.outlay.enrich.text.prose.CueKind;
import io.outlay.enrich.text.prose.Words;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whom the words of one sentence that are no names stand for: pronouns, descriptions, {@code we}. */
final class Antecedents {
    private static final Words SHARES = Words.of("shares", "stock");
    private static final Words OF = Words.of("of");
    /** How many sentences back somebody may be spoken of. */
    private static final int BACK = 4;

    private final Story story;
    private final CompanyTable companies;
    private final int index;
    private final Scene scene;
    private final Subjects subjects;

    Antecedents(Story story, CompanyTable companies, int index) {
        this.story = story;
        this.companies = companies;
        this.index = index;
        this.scene = story.scene(index);
        this.subjects = new Subjects(scene);
    }

    /** Whom a pronoun or description at the token stands for: the nearest subject before it, here or in a sentence before. */
    List<Company> before(int token) {
        List<Company> nearest = List.of();
        for (int i = 0; i < scene.names().size(); i++) {
            Placed<FoundEntity> name = scene.names().get(i);
            Company payer = payerOf(name.what());
            boolean speaksOf = !subjects.isOblique(i)
                    || subjects.leadsRelative(name, token)
                    || isShareOf(name.from())
                    || opensAsOwner(name);
            if (name.to() > token || !speaksOf) {
                continue;
            }
            if (payer != null && (Story.isFirm(payer) || nearest.isEmpty())) {
                nearest = withCoordinated(name, payer);
            } else if (payer == null && nearest.isEmpty() && subjects.actsAsState(name, token)) {
                Company government = governmentOf(name.what());
                nearest = government == null ? nearest : List.of(government);
            }
        }
        return nearest.isEmpty() ? spokenOf() : nearest;
    }

    /** The nearest company before the token, here or in a sentence before, that has its head office in the country. */
    @Nullable
    Company nearestFrom(String country, int token) {
        Company nearest = null;
        for (Placed<FoundEntity> name : scene.names()) {
            nearest = name.to() <= token && isFrom(country, name.what())
                    ? name.what().payer()
                    : nearest;
        }
        for (int s = index - 1; nearest == null && s >= Math.max(0, index - BACK); s--) {
            for (FoundEntity name : story.names(s)) {
                nearest = isFrom(country, name) ? name.payer() : nearest;
            }
        }
        return nearest;
    }

    private static boolean isFrom(String country, FoundEntity name) {
        Company company = payerOf(name);
        return company != null && Story.isFirm(company) && company.country().equals(country);
    }

    /** Who says {@code we}: the firm beside the verb of saying, else the one spoken of. */
    List<Company> speaker() {
        Cue say = scene.after(0, CueKind.SAY);
        if (say != null) {
            Company company = nearestFirm(say.from());
            if (company == null) {
                company = sayingState(say);
            }
            if (company == null) {
                company = sayingPerson(say);
            }
            if (company != null) {
                return List.of(company);
            }
        }
        Company title = story.ofTitle();
        return title == null ? spokenOf() : List.of(title);
    }

    private @Nullable Company nearestFirm(int say) {
        Company nearest = null;
        int least = 12;
        for (Placed<FoundEntity> name : scene.names()) {
            Company payer = payerOf(name.what());
            int distance = Math.abs(name.from() - say);
            if (payer != null && Story.isFirm(payer) && distance < least) {
                nearest = payer;
                least = distance;
            }
        }
        return nearest;
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

    private @Nullable Company sayingPerson(Cue say) {
        int to = Math.min(scene.tokens().size(), say.to() + 4);
        for (int t = Math.max(0, say.from() - 3); t < to; t++) {
            Company ofPerson = story.companyOf(scene.tokens().hash(t));
            if (ofPerson != null && scene.tokens().isCapitalised(t)) {
                return ofPerson;
            }
        }
        return null;
    }

    /**
     * {@code the government}, {@code the minister}: that of the country that this sentence names, or whose programme it names, or
     * whose money it is; else of the country that the article names most.
     */
    List<Company> government(String currency) {
        for (Placed<FoundEntity> name : scene.names()) {
            Company state = governmentOf(name.what());
            if (state != null) {
                return List.of(state);
            }
        }
        String country = countryOf(currency);
        Company state = country == null ? null : companies.governmentOf(country);
        return state == null ? List.of() : List.of(state);
    }

    private @Nullable String countryOf(String currency) {
        for (Placed<FoundEntity> name : scene.names()) {
            Company programme = name.what().payer();
            if (programme != null && programme.kind() == EntityKind.PROGRAMME) {
                return programme.country();
            }
        }
        // Codes of currencies begin with their country's code; those of unions and of dollars that all use tell
        // nothing.
        boolean own = !currency.equals("USD") && !currency.startsWith("E") && !currency.startsWith("X");
        return own ? currency.substring(0, 2) : story.country();
    }

    private List<Company> spokenOf() {
        FoundEntity focus = story.focusBefore(index, BACK);
        Company company = focus != null ? focus.payer() : story.main();
        return company == null ? List.of() : List.of(company);
    }

    /** {@code In Acme's last report, the company said}. */
    private boolean opensAsOwner(Placed<FoundEntity> name) {
        return name.from() <= 2 && Grammar.isPossessive(scene, name.to());
    }

    /** {@code Shares of Acme rose after the company}: the firm is spoken of, though its shares are the subject. */
    private boolean isShareOf(int from) {
        return Grammar.is(scene.tokens(), from - 1, OF) && Grammar.is(scene.tokens(), from - 2, SHARES);
    }

    /** The payer with those that are named side by side with it before: {@code OpenAI, SoftBank and Oracle}. */
    List<Company> withCoordinated(Placed<FoundEntity> name, Company payer) {
        Set<Company> parties = new LinkedHashSet<>();
        int at = name.from();
        for (int i = scene.names().size() - 1; i >= 0; i--) {
            Placed<FoundEntity> other = scene.names().get(i);
            Company company = payerOf(other.what());
            if (other.to() > at || company == null || !Story.isFirm(company)) {
                continue;
            }
            if (!subjects.onlyLinks(other.to(), at)) {
                break;
            }
            parties.add(company);
            at = other.from();
        }
        List<Company> all = new ArrayList<>(parties);
        Collections.reverse(all);
        all.remove(payer);
        all.add(payer);
        return all;
    }

    static @Nullable Company payerOf(FoundEntity name) {
        Company payer = name.payer();
        return payer == null || payer.kind() == EntityKind.MEDIA ? null : payer;
    }

    @Nullable
    Company governmentOf(FoundEntity name) {
        String country = name.country();
        if (country == null) {
            return null;
        }
        return country.equals("EU") ? companies.find("european-commission") : companies.governmentOf(country);
    }
}
