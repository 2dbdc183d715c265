package io.urania.cli.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypedWordsTest {

    /** Words with a line between them, and what is kept. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            apply;-e;token=swordfish;--yes                        | apply -e token=… --yes
            apply;-e;a=swordfish b='sword fish c=d'               | apply -e a=… b=…
            apply;-etoken=swordfish                               | apply -etoken=…
            apply;-e=token=swordfish                              | apply -e=token=…
            apply;-ve;token=swordfish                             | apply -ve token=…
            apply;--extra-vars;token=swordfish                    | apply --extra-vars token=…
            apply;--extra-vars=token=swordfish                    | apply --extra-vars=token=…
            apply;--extra;token=swordfish                         | apply --extra token=…
            apply;-e;{"token": "swordfish"}                       | apply -e {…}
            apply;-e;swordfish                                    | apply -e …
            apply;-e;token='swordfish                             | apply -e token=…
            apply;-e;@secrets.yaml;-e;token=swordfish             | apply -e @secrets.yaml -e token=…
            apply;--vault-password-file;pass.txt;--vault-id;a@b   | apply --vault-password-file pass.txt --vault-id a@b
            apply;-i;pi1,pi2,;--host;erato                        | apply -i pi1,pi2, --host erato
            bundle;create;--mirror;https://me:swordfish@m.test/a  | bundle create --mirror https://…@m.test/a
            bundle;create;--mirror=https://swordfish@m.test       | bundle create --mirror=https://…@m.test
            lab;exec;erato;--;login;swordfish                     | lab exec …
            """)
    void whatCanBeASecretIsNotKept(String words, String kept) {
        assertThat(TypedWords.of(List.of(words.split(";", -1))).line())
                .isEqualTo(kept)
                .doesNotContain("swordfish");
    }

    @Test
    void aMessageThatQuotesAValueIsKeptWithoutIt() {
        Exception defect =
                new IllegalStateException("cannot read swordfish", new IllegalArgumentException("swordfish"));

        for (List<String> words :
                List.of(List.of("plan", "-e", "token=swordfish"), List.of("plan", "-e", "{token: swordfish}"))) {
            assertThat(TypedWords.of(words).hiddenIn(DefectLog.trace(defect)))
                    .doesNotContain("swordfish")
                    .contains("IllegalStateException: cannot read …", "\tat io.urania.cli.failure.TypedWordsTest");
        }
    }
}
