package io.outlay.ingest.page;

import io.outlay.ingest.article.ArticleDraft;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a page gives.
 *
 * @param why field → where on the page it was found
 */
public record Page(ArticleDraft draft, SortedMap<String, String> why) {
    public Page {
        why = Collections.unmodifiableSortedMap(new TreeMap<>(why));
    }
}
