package io.outlay.enrich.text.claim;

import io.outlay.enrich.text.entity.Company;
import io.outlay.enrich.text.entity.FoundEntity;
import io.outlay.enrich.text.prose.Cue;
import io.outlay.enrich.text.prose.CueKind;
import io.outlay.enrich.text.prose.Lexicon;
import io.outlay.enrich.text.prose.Tokens;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The people whom an article introduces behind their company: {@code Amazon CEO Andy Jassy}, {@code Oracle's chief, Safra Catz}. */
final class People {
    /** How far behind a company's name its people are looked for, in characters. */
    private static final int REACH = 70;

    private static final int MOST_TITLE_WORDS = 4;

    private People() {}

    /** Companies by the hash of a surname. */
    static Map<Long, Company> in(String body, List<List<FoundEntity>> names, Lexicon lexicon) {
        Map<Long, Company> people = new HashMap<>();
        for (List<FoundEntity> ofSentence : names) {
            for (FoundEntity name : ofSentence) {
                Company company = name.payer();
                if (company != null && Story.isFirm(company)) {
                    addBehind(body, name.end(), company, lexicon, people);
                }
            }
        }
        return people;
    }

    private static void addBehind(String body, int end, Company company, Lexicon lexicon, Map<Long, Company> people) {
        Tokens tokens = Tokens.of(body, end, Math.min(body.length(), end + REACH));
        if (!mayFollow(tokens, lexicon)) {
            return;
        }
        int from = -1;
        for (Cue cue : lexicon.find(tokens)) {
            if (cue.kind() == CueKind.TITLE && (from < 0 ? cue.from() <= MOST_TITLE_WORDS : cue.from() <= from + 1)) {
                from = cue.to();
            }
        }
        if (from < 0) {
            return;
        }
        if (from < tokens.size() && tokens.mark(from) == ',') {
            from++;
        }
        int last = from;
        while (last < tokens.size() && last < from + 4 && tokens.hash(last) != 0 && tokens.isCapitalised(last)) {
            last++;
        }
        if (last > from) {
            people.putIfAbsent(tokens.hash(last - 1), company);
        }
    }

    /** Whether a title may begin among the first words; behind most names none does, and then nothing more is read. */
    private static boolean mayFollow(Tokens tokens, Lexicon lexicon) {
        for (int t = 0; t <= MOST_TITLE_WORDS && t < tokens.size(); t++) {
            if (lexicon.mayBegin(tokens, t, CueKind.TITLE)) {
                return true;
            }
        }
        return false;
    }
}
