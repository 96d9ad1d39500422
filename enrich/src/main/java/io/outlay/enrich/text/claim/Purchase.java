package io.outlay.enrich.text.claim;

import io.outlay.contracts.CsvTable;
import io.outlay.enrich.text.claim.PayerFound.How;
import io.outlay.enrich.text.claim.Scene.Placed;
import io.outlay.enrich.text.entity.Company;
import io.outlay.enrich.text.entity.FoundEntity;
import io.outlay.enrich.text.prose.Cue;
import io.outlay.enrich.text.prose.CueKind;
import io.outlay.enrich.text.prose.Tokens;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The two sides of a purchase. Words tell first ({@code to deliver … to Microsoft}, {@code to buy … from}), then what the
 * companies usually are: {@code suppliers.csv} ranks them from those that only buy compute to those that only sell it.
 */
final class Purchase {
    /** @param from the first token that names the buyer, -1 when it stands elsewhere */
    record Sides(Company buyer, @Nullable Company seller, int from, int to) {}

    /** The rank of a company that is in no table: between those that buy and those that sell. */
    private static final int UNKNOWN = 3;

    private static final Map<String, Integer> RANKS = ranks();
    private static final Set<Long> TO = RoleReader.hashes("to", "for");
    private static final Set<Long> WITH = RoleReader.hashes("with", "from", "and", "between");
    private static final Set<Long> ON = RoleReader.hashes("on", "with", "from", "for", "of");

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

    /** Who buys of whom. The sentence's companies are the parties; one named before may be the other side. */
    static @Nullable Sides sides(Case c) {
        PayerFound payer = c.payer();
        List<Placed<FoundEntity>> parties = parties(c);
        if (parties.isEmpty() && payer == null) {
            return null;
        }
        Placed<FoundEntity> buyer = deliveredTo(c, parties);
        if (buyer == null) {
            buyer = whoPays(c, parties);
        }
        if (buyer == null && parties.size() >= 2) {
            buyer = lowestRank(parties);
        }
        if (buyer != null) {
            Company buys = company(buyer);
            Company sells = other(parties, buys);
            if (sells == null && payer != null && !payer.first().id().equals(buys.id())) {
                sells = payer.first();
            }
            return new Sides(buys, sells, buyer.from(), buyer.to());
        }
        if (payer == null) {
            return new Sides(
                    company(parties.get(0)),
                    null,
                    parties.get(0).from(),
                    parties.get(0).to());
        }
        Company found = payer.first();
        Company named = other(parties, found);
        if (named != null && rank(named) < rank(found)) {
            for (Placed<FoundEntity> party : parties) {
                if (company(party).id().equals(named.id())) {
                    return new Sides(named, found, party.from(), party.to());
                }
            }
        }
        if (named == null && rank(found) > UNKNOWN) {
            Company partner = partnerBeside(c, found);
            if (partner != null) {
                return new Sides(partner, found, -1, -1);
            }
        }
        return new Sides(found, named, payer.from(), payer.to());
    }

    /** When a seller stands alone: a buyer in the sentences around. */
    private static @Nullable Company partnerBeside(Case c, Company seller) {
        for (int s :
                new int[] {c.index() + 1, c.index() - 1, c.index() + 2, c.index() - 2, c.index() + 3, c.index() - 3}) {
            if (s < 0 || s >= c.story().size()) {
                continue;
            }
            for (FoundEntity name : c.story().names(s)) {
                Company company = name.payer();
                if (company != null && Story.isFirm(company) && rank(company) < Math.min(rank(seller), UNKNOWN)) {
                    return company;
                }
            }
        }
        return null;
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

    /** {@code to deliver computing resources [to Microsoft]}, {@code [Nebius] will provide Meta with}. */
    private static @Nullable Placed<FoundEntity> deliveredTo(Case c, List<Placed<FoundEntity>> parties) {
        for (Cue cue : c.scene().cues()) {
            if (cue.kind() != CueKind.SELL) {
                continue;
            }
            for (Placed<FoundEntity> party : parties) {
                if (party.from() >= cue.to()
                        && c.scene().steps(cue.to(), party.from()) <= 10
                        && (party.from() == cue.to()
                                || Grammar.is(c.scene().tokens(), party.from() - 1, TO)
                                || Grammar.is(c.scene().tokens(), party.from() - 2, TO))) {
                    return party;
                }
            }
        }
        return null;
    }

    /** The subject of {@code pay}, {@code buy} or {@code rent}; the nearest party before the verb. */
    private static @Nullable Placed<FoundEntity> whoPays(Case c, List<Placed<FoundEntity>> parties) {
        for (Cue cue : c.scene().cues()) {
            if (cue.kind() != CueKind.PAY && cue.kind() != CueKind.SPEND) {
                continue;
            }
            PayerFound payer = c.payer();
            if (payer != null
                    && payer.from() >= 0
                    && payer.to() <= cue.from()
                    && (payer.how() == How.PRONOUN || payer.how() == How.DESCRIPTION)) {
                return null;
            }
            Placed<FoundEntity> subject = null;
            for (Placed<FoundEntity> party : parties) {
                if (party.to() <= cue.from() && !Grammar.is(c.scene().tokens(), party.from() - 1, WITH)) {
                    subject = party;
                }
            }
            if (subject != null && c.scene().steps(subject.to(), cue.from()) <= 12) {
                return subject;
            }
        }
        return null;
    }

    private static @Nullable Placed<FoundEntity> lowestRank(List<Placed<FoundEntity>> parties) {
        Placed<FoundEntity> lowest = null;
        Placed<FoundEntity> highest = null;
        for (Placed<FoundEntity> party : parties) {
            int rank = rank(company(party));
            if (lowest == null || rank < rank(company(lowest))) {
                lowest = party;
            }
            if (highest == null || rank > rank(company(highest))) {
                highest = party;
            }
        }
        return lowest != null && highest != null && rank(company(lowest)) < rank(company(highest)) ? lowest : null;
    }

    private static @Nullable Company other(List<Placed<FoundEntity>> parties, Company than) {
        Company best = null;
        for (Placed<FoundEntity> party : parties) {
            Company company = company(party);
            if (!company.id().equals(than.id()) && (best == null || rank(company) > rank(best))) {
                best = company;
            }
        }
        return best;
    }

    private static Company company(Placed<FoundEntity> party) {
        Company company = party.what().payer();
        if (company == null) {
            throw new IllegalStateException("a party of a purchase is a company");
        }
        return company;
    }
}
