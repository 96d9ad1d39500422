package io.outlay.enrich.text.entity;

import io.outlay.contracts.Countries;
import io.outlay.contracts.CsvTable;
import io.outlay.contracts.Ids;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Countries, states, cities and regions with the words that name them, from {@code places.csv} (its header explains the columns). */
public final class PlaceTable {
    private static final int DEEPEST = 6;

    private final Map<String, Place> byId;

    private PlaceTable(Map<String, Place> byId) {
        this.byId = byId;
    }

    /** The table that ships with the project. */
    public static PlaceTable standard() {
        return of(CsvTable.resource(PlaceTable.class, "places.csv"));
    }

    static PlaceTable of(CsvTable table) {
        var places = new LinkedHashMap<String, Place>();
        for (CsvTable.Row row : table.rows()) {
            Place place = place(row);
            if (place.parent() != null && !places.containsKey(place.parent())) {
                throw row.error("parent '" + place.parent() + "' of " + place.id()
                        + " must stand above it; add or move its row");
            }
            if (places.put(place.id(), place) != null) {
                throw row.error("id " + place.id() + " stands twice; merge the two rows");
            }
        }
        return new PlaceTable(places);
    }

    public Collection<Place> all() {
        return Collections.unmodifiableCollection(byId.values());
    }

    public @Nullable Place find(String id) {
        return byId.get(id);
    }

    /** Whether one of the two is the other, or lies in it. */
    public boolean compatible(String placeId, String otherId) {
        return liesIn(placeId, otherId) || liesIn(otherId, placeId);
    }

    /** Whether the first is the second, or lies in it. */
    public boolean liesIn(String placeId, String outerId) {
        String id = placeId;
        for (int i = 0; id != null && i < DEEPEST; i++) {
            if (id.equals(outerId)) {
                return true;
            }
            Place place = byId.get(id);
            id = place == null ? null : place.parent();
        }
        return false;
    }

    /** A state or city without a parent of its own lies in its country. */
    private static @Nullable String parent(CsvTable.Row row, Place.Kind kind, String country) {
        String parent = row.get("parent");
        if (!parent.isEmpty()) {
            return parent;
        }
        boolean inCountry = kind != Place.Kind.COUNTRY && kind != Place.Kind.REGION;
        return inCountry ? country.toLowerCase(Locale.ROOT) : null;
    }

    private static Place place(CsvTable.Row row) {
        String id = row.need("id");
        if (!Ids.isId(id)) {
            throw row.error("id '" + id + "' must match [a-z0-9.-]+; write it in lower case with dashes");
        }
        String country = row.need("country");
        if (!country.equals("*")
                && !country.equals("EU")
                && !Countries.standard().isCode(country)) {
            throw row.error(
                    "country '" + country + "' of " + id + " is no ISO code of countries.csv; correct it or write *");
        }
        Place.Kind kind;
        try {
            kind = Place.Kind.valueOf(row.need("kind").toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw row.error("kind of " + id + " must be region, country, state, capital or city");
        }
        return new Place(
                id,
                row.need("name"),
                kind,
                country,
                parent(row, kind, country),
                CompanyTable.aliases(row.need("name"), row.list("aliases")),
                Context.parse(row.list("context")));
    }
}
