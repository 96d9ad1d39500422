package io.outlay.enrich.evaluate;

import io.outlay.contracts.EnrichedArticle;
import io.outlay.contracts.Mention;
import io.outlay.contracts.Qualifier;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares the amounts, companies and countries found in one article with its labels. */
final class MentionCheck {
    private static final double NEARLY = 0.006;
    private static final Set<String> COMMON = Set.of("USD", "EUR", "GBP");

    private final Label label;
    private final EnrichedArticle tagged;
    private final Tally tally;

    MentionCheck(Label label, EnrichedArticle tagged, Tally tally) {
        this.label = label;
        this.tagged = tagged;
        this.tally = tally;
    }

    static boolean isClose(@Nullable Double a, @Nullable Double b) {
        return a != null && b != null && Math.abs(a - b) <= NEARLY * Math.max(Math.max(Math.abs(a), Math.abs(b)), 1);
    }

    void check() {
        amounts();
        companies();
        countries();
    }

    private void amounts() {
        List<Mention.Money> found = new ArrayList<>();
        for (Mention mention : tagged.mentions()) {
            if (mention instanceof Mention.Money money) {
                found.add(money);
            }
        }
        Set<Integer> used = new HashSet<>();
        for (Label.Gold gold : label.money()) {
            boolean foreign = gold.currency() != null && !COMMON.contains(gold.currency());
            tally.foreign += foreign ? 1 : 0;
            int hit = match(gold, found, used);
            if (hit >= 0) {
                used.add(hit);
                tally.found("money");
                tally.foreignFound += foreign ? 1 : 0;
            } else if (found.stream()
                    .anyMatch(m -> m.start() <= gold.start() && m.end() >= gold.end() && agrees(gold, m))) {
                tally.found("money");
            } else {
                tally.missed(
                        "money",
                        "money-miss | " + label.id() + " | " + gold.start() + " | " + gold.currency() + " | "
                                + gold.values());
            }
        }
        for (int i = 0; i < found.size(); i++) {
            Mention.Money m = found.get(i);
            if (used.contains(i) || m.qualifier() == Qualifier.VAGUE && !used.contains(i)) {
                continue;
            }
            boolean touches = label.money().stream().anyMatch(g -> m.start() < g.end() && g.start() < m.end());
            boolean covers = label.money().stream().anyMatch(g -> m.start() <= g.start() && m.end() >= g.end());
            if (!touches || !covers) {
                String kind = touches ? "money-wrong" : "money-extra";
                tally.wrong(
                        "money",
                        kind + " | " + label.id() + " | " + m.text() + " | " + m.currency() + " | "
                                + m.headline().toPlainString());
            }
        }
    }

    private static int match(Label.Gold gold, List<Mention.Money> found, Set<Integer> used) {
        for (int i = 0; i < found.size(); i++) {
            Mention.Money m = found.get(i);
            boolean apart = m.end() <= gold.start() || m.start() >= gold.end();
            boolean otherCurrency = gold.currency() != null
                    && !gold.currency().isEmpty()
                    && !gold.currency().equals(m.currency());
            if (!used.contains(i) && !apart && !otherCurrency && agrees(gold, m)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean agrees(Label.Gold gold, Mention.Money m) {
        List<@Nullable Double> values = gold.values();
        if (values == null || values.isEmpty()) {
            return true;
        }
        for (Double value : values) {
            for (BigDecimal end : List.of(m.low(), m.headline(), m.high())) {
                if (isClose(value, end.doubleValue())) {
                    return true;
                }
            }
        }
        return false;
    }

    private void companies() {
        Set<String> there = new HashSet<>();
        label.companies().forEach(name -> there.add(PartyNames.key(name)));
        there.remove("");
        Map<String, Set<String>> byId = new LinkedHashMap<>();
        for (Mention mention : tagged.mentions()) {
            if (mention instanceof Mention.Company company) {
                Set<String> keys = byId.computeIfAbsent(company.id(), id -> new HashSet<>());
                keys.add(PartyNames.key(company.name()));
                keys.add(PartyNames.key(company.text()));
                keys.remove("");
            }
        }
        Set<String> found = new HashSet<>();
        byId.values().forEach(found::addAll);
        for (String name : there.stream().sorted().toList()) {
            if (found.contains(name)) {
                tally.found("company");
            } else {
                tally.missed("company", "company-miss | " + label.id() + " | " + name);
            }
        }
        byId.forEach((id, keys) -> {
            if (Collections.disjoint(keys, there)) {
                tally.wrong("company", "company-extra | " + label.id() + " | " + id);
            }
        });
    }

    private void countries() {
        Set<String> there = new HashSet<>(label.countries());
        Set<String> found = new HashSet<>();
        for (Mention mention : tagged.mentions()) {
            if (mention instanceof Mention.Country country && !country.country().equals("EU")) {
                found.add(country.country());
            }
        }
        for (String code : there.stream().sorted().toList()) {
            if (found.contains(code)) {
                tally.found("country");
            } else {
                tally.missed("country", "country-miss | " + label.id() + " | " + code);
            }
        }
        for (String code : found.stream().sorted().toList()) {
            if (!there.contains(code)) {
                tally.wrong("country", "country-extra | " + label.id() + " | " + code);
            }
        }
    }
}
