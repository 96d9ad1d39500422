package io.outlay.enrich.text.claim;

import io.outlay.enrich.text.claim.Scene.Placed;
import io.outlay.enrich.text.entity.Company;
import io.outlay.enrich.text.entity.FoundEntity;
import io.outlay.enrich.text.prose.Tokens;
import io.outlay.enrich.text.prose.Words;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code A and B will invest $5 billion and $10 billion, respectively}: the first payer pays the first amount. */
final class Respectively {
    private static final Words RESPECTIVELY = Words.of("respectively");

    private Respectively() {}

    /** Who pays the amount in such a list; null when the sentence holds none, or the lists differ in length. */
    static @Nullable PayerFound payer(Scene scene, Placed<Money> money) {
        if (!says(scene)) {
            return null;
        }
        List<Placed<Money>> amounts = new ArrayList<>();
        for (Placed<Money> amount : scene.monies()) {
            if (!amount.what().conversion()) {
                amounts.add(amount);
            }
        }
        int which = amounts.indexOf(money);
        List<Placed<FoundEntity>> payers =
                listBefore(scene, amounts.isEmpty() ? 0 : amounts.get(0).from());
        if (which < 0 || amounts.size() < 2 || payers.size() != amounts.size()) {
            return null;
        }
        Placed<FoundEntity> payer = payers.get(which);
        Company company = Antecedents.payerOf(payer.what());
        return company == null
                ? null
                : new PayerFound(List.of(company), PayerFound.How.SUBJECT, payer.from(), payer.to());
    }

    private static boolean says(Scene scene) {
        Tokens tokens = scene.tokens();
        for (int t = tokens.size() - 1; t >= 0; t--) {
            if (Grammar.is(tokens, t, RESPECTIVELY)) {
                return true;
            }
        }
        return false;
    }

    /** The last firms before a token that stand in one list. */
    private static List<Placed<FoundEntity>> listBefore(Scene scene, int token) {
        Subjects subjects = new Subjects(scene);
        List<Placed<FoundEntity>> list = new ArrayList<>();
        for (Placed<FoundEntity> name : scene.names()) {
            if (name.to() > token || Antecedents.payerOf(name.what()) == null) {
                continue;
            }
            if (!list.isEmpty() && !subjects.onlyLinks(list.get(list.size() - 1).to(), name.from())) {
                list.clear();
            }
            list.add(name);
        }
        return list;
    }
}
