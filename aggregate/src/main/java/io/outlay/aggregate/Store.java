package io.outlay.aggregate;

import io.outlay.aggregate.rolling.Rows;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * The stores of aggregate. Each is a set of rows, text to text, keys of readable parts joined by {@code |}; a store that holds several
 * kinds of rows begins their keys with the kind. Nothing in them grows with the number of articles but the number of rows.
 */
enum Store {
    /** {@code id} → correction. Each partition has all. */
    CORRECTIONS("corrections"),
    /** {@code currency|day} → rate. Each partition has all. */
    RATES("rates"),
    /** {@code stated payer|article} → its claims, and what of them was sent on. */
    CLAIMS("claims"),
    /** {@code payer|stated payer|article} → the rows of figures and evidence that this article made. */
    ARTICLES("articles"),
    /** Sightings, payers' facts, and which payers have a figure or a currency. */
    FIGURES("figures"),
    /** {@code payer|figure|day|article|stated payer} → one sentence. */
    EVIDENCE("evidence"),
    /** What was last written of commitments and postings, and what is to be resolved again. */
    PUBLISHED("published"),
    /** Postings by series, the agenda and the totals. */
    TOTALS("totals");

    private final String label;

    Store(String label) {
        this.label = label;
    }

    /** All rows of the store. */
    Rows rows(ProcessorContext<?, ?> context) {
        return rows(context, "");
    }

    /** The rows of one kind. */
    Rows rows(ProcessorContext<?, ?> context, String kind) {
        KeyValueStore<String, String> store = context.getStateStore(label);
        return new StoreRows(store, kind);
    }

    /** The name that changelogs carry too. */
    String label() {
        return label;
    }

    StoreBuilder<KeyValueStore<String, String>> builder() {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(label), Serdes.String(), Serdes.String());
    }

    static String[] labels(Store... stores) {
        return Stream.of(stores).map(Store::label).toArray(String[]::new);
    }
}
