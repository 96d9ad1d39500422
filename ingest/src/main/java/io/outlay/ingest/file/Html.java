package io.outlay.ingest.file;

import io.outlay.ingest.article.RefusedException;
import io.outlay.ingest.page.Page;
import io.outlay.ingest.page.PageReader;
import io.outlay.ingest.source.Sighting;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.List;

/** A saved web page. */
final class Html implements Format {
    /** Pages carry pictures and scripts in their text; what is larger is no page to read. */
    static final int MAX_BYTES = 16 * 1024 * 1024;

    @Override
    public Iterator<Sighting> read(InputStream in, String name) throws IOException {
        byte[] html = in.readNBytes(MAX_BYTES + 1);
        if (html.length > MAX_BYTES) {
            return List.<Sighting>of(new Sighting.Refused(name, "the page is larger than " + MAX_BYTES + " bytes"))
                    .iterator();
        }
        try {
            Page page = PageReader.read(html, null, null);
            return List.<Sighting>of(new Sighting.Found(page.draft().toArticle(), name, page.why()))
                    .iterator();
        } catch (RefusedException e) {
            return List.<Sighting>of(new Sighting.Refused(name, String.valueOf(e.getMessage())))
                    .iterator();
        }
    }
}
