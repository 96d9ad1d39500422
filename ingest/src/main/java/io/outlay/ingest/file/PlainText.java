package io.outlay.ingest.file;

import io.outlay.contracts.Article;
import io.outlay.ingest.article.ArticleDraft;
import io.outlay.ingest.article.RefusedException;
import io.outlay.ingest.source.Sighting;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.List;

/** A file that is one article and nothing else: its text is the body, as it stands. */
final class PlainText implements Format {
    @Override
    public Iterator<Sighting> read(InputStream in, String name) throws IOException {
        byte[] bytes = in.readNBytes(2 * Article.MAX_BODY_BYTES + 1); // UTF-16 has two bytes for one of UTF-8
        try {
            ArticleDraft draft = ArticleDraft.of(null, null, Charsets.decode(bytes), null);
            return List.<Sighting>of(Sighting.Found.asGiven(draft.toArticle(), name))
                    .iterator();
        } catch (RefusedException e) {
            return List.<Sighting>of(new Sighting.Refused(name, String.valueOf(e.getMessage())))
                    .iterator();
        }
    }
}
