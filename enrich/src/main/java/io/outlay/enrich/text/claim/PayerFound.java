package io.outlay.enrich.text.claim;

import io.outlay.enrich.text.entity.Company;
import java.util.List;

/**
 * Whom a sentence makes spend.
 *
 * @param parties one, or several that are named side by side ({@code OpenAI, SoftBank and Oracle})
 * @param from the first token that names them, in the sentence; -1 when they stand in another sentence
 */
record PayerFound(List<Company> parties, How how, int from, int to) {
    /** By which words the payer was found, the surest first. */
    enum How {
        BRACKETS("the amount stands in brackets behind the name"),
        PROJECT_NAME("the amount measures a project of that name"),
        AGENT("the money comes by or from it"),
        POSSESSIVE("the amount is said to be its own"),
        SUBJECT("it is the subject of the verb"),
        PRONOUN("a pronoun stands for it"),
        DESCRIPTION("a description stands for it"),
        SPEAKER("it speaks of itself"),
        PERSON("one of its people speaks"),
        BESIDE("it stands in the same clause"),
        CARRIED("the sentence before speaks of it"),
        CARRIED_FAR("a sentence of a paragraph before speaks of it"),
        TOPIC("the article is mostly about it");

        private final String words;

        How(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    Company first() {
        return parties.get(0);
    }
}
