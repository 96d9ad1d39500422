package io.outlay.local.cli;

import io.outlay.aggregate.ledger.Explanation.Kind;
import io.outlay.aggregate.ledger.Explanation.Subject;
import io.outlay.aggregate.ledger.LedgerFold;
import io.outlay.contracts.Commitment;
import io.outlay.contracts.Countries;
import io.outlay.contracts.Country;
import io.outlay.contracts.Payer;
import io.outlay.enrich.text.entity.Company;
import io.outlay.enrich.text.entity.CompanyTable;
import io.outlay.enrich.text.entity.Place;
import io.outlay.enrich.text.entity.PlaceTable;
import io.outlay.service.DidYouMean;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Who or what a person means: ids, codes and names, the other names of firms and countries among them. */
final class Names {
    /** Fewer digits of a commitment's id are too easily a word. */
    private static final int SHORTEST_ID = 6;

    private static final int SUGGESTIONS = 5;

    private final LedgerFold ledger;
    private final Map<String, Payer> payers = new TreeMap<>();
    private final Set<String> countries = new TreeSet<>();

    Names(LedgerFold ledger) {
        this.ledger = ledger;
        for (Commitment c : ledger.commitments()) {
            payers.putIfAbsent(c.payer().id(), c.payer());
            countries.add(c.payer().country());
            countries.add(c.destination() == null ? "*" : c.destination());
        }
    }

    /**
     * A payer or a country of which something is known, or a commitment.
     *
     * @throws CommandFailedException naming what comes nearest, when there is none
     */
    Subject find(String name) {
        return all(name).findFirst().orElseThrow(() -> unknown(name));
    }

    /** As {@link #find}, but of this kind or nothing. */
    Optional<Subject> find(String name, Kind kind) {
        return all(name).filter(subject -> subject.kind() == kind).findFirst();
    }

    /** A payer of which something is known. */
    Subject findPayer(String name) {
        return find(name, Kind.PAYER).orElseThrow(() -> unknown(name));
    }

    /** What the name may mean, the likeliest first; looked for only as far as it is asked. */
    private Stream<Subject> all(String name) {
        return Stream.<Supplier<Optional<Subject>>>of(
                        () -> commitment(name).map(Names::subject),
                        () -> payer(name.toLowerCase(Locale.ROOT)),
                        () -> country(name.toUpperCase(Locale.ROOT)),
                        () -> payerByName(name),
                        () -> countryByName(name),
                        () -> payerByOtherName(name))
                .flatMap(step -> step.get().stream());
    }

    /** The commitment with this id or figure; the first digits will do where only one begins so. */
    Optional<Commitment> commitment(String id) {
        String digits = id.toLowerCase(Locale.ROOT);
        for (Commitment c : ledger.commitments()) {
            if (c.figures().contains(digits)) {
                return Optional.of(c);
            }
        }
        if (!digits.matches("[0-9a-f]{" + SHORTEST_ID + ",15}")) {
            return Optional.empty();
        }
        List<Commitment> begin = ledger.commitments().stream()
                .filter(c -> c.figures().stream().anyMatch(figure -> figure.startsWith(digits)))
                .toList();
        if (begin.size() > 1) {
            throw new CommandFailedException("'" + id + "' is the beginning of " + begin.size()
                    + " commitments' ids; write more of it: "
                    + String.join(", ", begin.stream().map(Commitment::id).toList()));
        }
        return begin.stream().findFirst();
    }

    static Subject subject(Commitment c) {
        String period = c.period() == null ? "" : " " + c.period().key();
        return new Subject(Kind.COMMITMENT, c.id(), c.payer().name() + " " + c.measure() + period);
    }

    private Optional<Subject> payer(String id) {
        return Optional.ofNullable(payers.get(id)).map(p -> new Subject(Kind.PAYER, p.id(), p.name()));
    }

    private Optional<Subject> country(String code) {
        return countries.contains(code)
                ? Optional.of(
                        new Subject(Kind.COUNTRY, code, Countries.standard().nameOf(code)))
                : Optional.empty();
    }

    private Optional<Subject> payerByName(String name) {
        return payers.values().stream()
                .filter(p -> p.name().equalsIgnoreCase(name))
                .findFirst()
                .flatMap(p -> payer(p.id()));
    }

    private Optional<Subject> countryByName(String name) {
        for (Country country : Countries.standard().all()) {
            if (country.name().equalsIgnoreCase(name)) {
                return country(country.code());
            }
        }
        for (Place place : PlaceTable.standard().all()) {
            if (place.kind() == Place.Kind.COUNTRY
                    && place.aliases().stream().anyMatch(a -> a.text().equalsIgnoreCase(name))) {
                return country(place.country());
            }
        }
        return Optional.empty();
    }

    private Optional<Subject> payerByOtherName(String name) {
        return listedPayer(name).flatMap(company -> payer(company.id()));
    }

    /** Who pays for what bears this name or id, by the table of companies. */
    static Optional<Company> listedPayer(String name) {
        CompanyTable table = CompanyTable.standard();
        Company byId = table.find(name.toLowerCase(Locale.ROOT));
        if (byId != null) {
            return Optional.of(table.payerOf(byId));
        }
        return table.all().stream()
                .filter(c -> c.name().equalsIgnoreCase(name)
                        || c.tickers().contains(name)
                        || c.aliases().stream().anyMatch(a -> a.text().equalsIgnoreCase(name)))
                .findFirst()
                .map(table::payerOf);
    }

    private CommandFailedException unknown(String name) {
        if (ledger.commitments().isEmpty()) {
            return new CommandFailedException("nothing is known of '" + name
                    + "': there are no commitments at all; feed articles with 'outlay ingest SOURCE'");
        }
        List<String> near = near(name);
        return new CommandFailedException("nothing is known of '" + name + "'"
                + (near.isEmpty()
                        ? "; 'outlay totals' lists the companies, 'outlay totals --by country' the countries"
                        : "; did you mean " + String.join(" or ", near) + "?"));
    }

    /** What contains the word, else what differs in a few letters. */
    private List<String> near(String name) {
        String word = name.toLowerCase(Locale.ROOT);
        Map<String, String> candidates = new TreeMap<>();
        payers.values().forEach(p -> candidates.put(p.name(), p.name() + " (" + p.id() + ")"));
        countries.stream().filter(Countries.standard()::isCode).forEach(code -> {
            String country = Countries.standard().nameOf(code);
            candidates.put(country, country + " (" + code + ")");
        });
        List<String> near = new ArrayList<>();
        candidates.forEach((candidate, shown) -> {
            String lower = candidate.toLowerCase(Locale.ROOT);
            if (near.size() < SUGGESTIONS && (lower.contains(word) || (lower.length() > 3 && word.contains(lower)))) {
                near.add(shown);
            }
        });
        if (near.isEmpty()) {
            Map<String, String> inLowerCase = new TreeMap<>();
            candidates.forEach((candidate, shown) -> inLowerCase.put(candidate.toLowerCase(Locale.ROOT), shown));
            payers.values().forEach(p -> inLowerCase.put(p.id(), p.name() + " (" + p.id() + ")"));
            DidYouMean.nearest(word, inLowerCase.keySet()).map(inLowerCase::get).ifPresent(near::add);
        }
        return near;
    }
}
