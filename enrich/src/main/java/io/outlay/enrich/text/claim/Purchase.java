package io.outlay.enrich.text.claim;

import io.outlay.contracts.CsvTable;
import io.outlay.enrich.text.claim.PayerFound.How;
import io.outlay.enrich.text.claim.Scene.Placed;
import io.outlay.enrich.text.entity.Company;
import io.outlay.enrich.text.entity.FoundEntity;
import io.outlay.enrich.text.prose.Tokens;
import io.outlay.enrich.text.prose.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The two sides of a purchase: {@code suppliers.csv} ranks companies from those that only buy compute to those that only sell it. */
final class Purchase {
    /** The rank of a company that is in no table: between those that buy and those that sell. */
    private static final int UNKNOWN = 3;

    private static final Map<String, Integer> RANKS = ranks();
    private static final Words ON = Words.of("on", "with", "from", "for", "of");

    private Purchase() {}

    private static Map<String, Integer> ranks() {
        Map<String, Integer> ranks = new HashMap<>();
        for (CsvTable.Row row :
                CsvTable.resource(Purchase.class, "suppliers.csv").rows()) {
            ranks.put(row.need("id"), Integer.parseInt(row.need("rank")));
        }
        return Map.copyOf(ranks);
    }

    /** Whether a company of the sentence sells hardly anything but compute, or a buyer of compute meets one that sells it. */
    static boolean hasComputeSeller(Case c) {
        int least = UNKNOWN;
        int most = UNKNOWN;
        for (Placed<FoundEntity> name : c.scene().names()) {
            Company company = name.what().payer();
            if (company != null) {
                least = Math.min(least, rank(company));
                most = Math.max(most, rank(company));
            }
        }
        return most == UNKNOWN + 2 || most == UNKNOWN + 1 && least < UNKNOWN - 1;
    }

    /** AI labs and those who only rent out compute: what they spend, they spend on it. */
    static boolean livesByCompute(Company company) {
        return rank(company) == 0 || rank(company) == UNKNOWN + 2;
    }

    /** Several parties without those that only sell chips to the others. */
    static List<Company> withoutSuppliers(List<Company> parties) {
        List<Company> buyers =
                parties.stream().filter(party -> rank(party) <= UNKNOWN + 2).toList();
        return buyers.isEmpty() ? parties : buyers;
    }

    /** Whether the payer or the company that the money goes into is one of those that buy or sell compute. */
    static boolean isOfAi(Case c) {
        Placed<FoundEntity> into = Readings.stakeIn(c);
        Company company = into == null ? null : into.what().payer();
        PayerFound payer = c.payer();
        return company != null && RANKS.containsKey(company.id())
                || payer != null && RANKS.containsKey(payer.first().id());
    }

    /** Which side it usually takes: 0 buys, 1 neither, 2 either, 3 sells. */
    static int side(Company company) {
        int rank = rank(company);
        return rank < UNKNOWN ? 0 : rank == UNKNOWN ? 1 : rank == UNKNOWN + 1 ? 2 : 3;
    }

    /** Whether the table of suppliers says on which side of a purchase it stands. */
    static boolean isRanked(Company company) {
        return RANKS.containsKey(company.id());
    }

    /** 0 buys compute, 6 sells it. */
    static int rank(Company company) {
        return RANKS.getOrDefault(company.id(), UNKNOWN);
    }

    /** Another company of the clause that sells, when the payer buys: {@code pay [SpaceX] $920 million}. */
    static @Nullable Placed<FoundEntity> supplier(Case c) {
        PayerFound payer = c.payer();
        for (Placed<FoundEntity> name : c.scene().names()) {
            Company other = name.what().payer();
            if (other != null
                    && Story.isFirm(other)
                    && payer != null
                    && !payer.parties().contains(other)
                    && c.scene()
                                    .steps(
                                            Math.min(name.to(), c.money().from()),
                                            Math.max(name.from(), c.money().from()))
                            < 25) {
                return name;
            }
        }
        return null;
    }

    /** {@code spend $100 billion on AWS}, {@code $30 billion of Azure capacity}. */
    static boolean isSpentOnSupplier(Case c) {
        Tokens tokens = c.scene().tokens();
        PayerFound payer = c.payer();
        for (Placed<FoundEntity> name : c.scene().names()) {
            Company other = name.what().payer();
            if (other == null || payer == null || payer.parties().contains(other) || rank(other) < UNKNOWN) {
                continue;
            }
            int steps = c.scene().steps(c.money().to(), name.from());
            if (name.from() >= c.money().to() && steps <= 5) {
                for (int t = c.money().to(); t < name.from(); t++) {
                    if (ON.contains(tokens.hash(t))) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** Of whom the payer buys: another party to the deal, of several the one that sells most; null when none is told. */
    static @Nullable Company seller(Case c) {
        PayerFound payer = c.payer();
        if (payer == null) {
            return null;
        }
        Company best = null;
        for (Placed<FoundEntity> party : parties(c)) {
            Company company = party.what().payer();
            if (company != null && !payer.parties().contains(company) && (best == null || rank(company) > rank(best))) {
                best = company;
            }
        }
        return best != null ? best : sellerSpokenOf(c, payer);
    }

    /** {@code The company signed a contract with OpenAI}: the company, which the sentence before names, sells. */
    private static @Nullable Company sellerSpokenOf(Case c, PayerFound payer) {
        Company main = c.story().main();
        boolean sells = main != null && rank(main) > UNKNOWN && !payer.parties().contains(main);
        return sells && payer.how() != How.TOPIC ? main : null;
    }

    private static List<Placed<FoundEntity>> parties(Case c) {
        List<Placed<FoundEntity>> parties = new ArrayList<>();
        for (Placed<FoundEntity> name : c.scene().names()) {
            Company company = name.what().payer();
            int steps = name.to() <= c.money().from()
                    ? c.scene().steps(name.to(), c.money().from())
                    : c.scene().steps(c.money().to(), name.from());
            if (company != null
                    && Story.isFirm(company)
                    && steps <= 26
                    && !Grammar.isPossessive(c.scene(), name.to())) {
                parties.add(name);
            }
        }
        return parties;
    }
}
