package io.urania.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.engine.batch.Operation;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TextDifferenceTest {

    @Test
    void showsWhatChangesInAFileWithThreeLinesAround() {
        String before = "a\nb\nc\nd\ne\nf\n";
        String after = "a\nb\nc\nd\nE\nf\n";

        assertThat(TextDifference.of(change(State.content("", "/etc/x", before), after)))
                .containsExactly("--- /etc/x", "+++ /etc/x", "@@ -2,5 +2,5 @@", " b", " c", " d", "-e", "+E", " f");
    }

    @Test
    void comparesWhatIsCreatedWithNothing() {
        Difference created = Difference.of(
                Action.CREATE,
                "write /etc/x",
                State.words("absent"),
                State.content("", "/etc/x", "a\n"),
                Operation.of(""));

        assertThat(TextDifference.of(created)).containsExactly("--- /dev/null", "+++ /etc/x", "@@ -0,0 +1,1 @@", "+a");
    }

    @Test
    void tellsThatALineEndIsMissing() {
        assertThat(TextDifference.of(change(State.content("", "/etc/x", "a"), "a\n")))
                .contains("-a\n\\ No newline at end of file", "+a");
    }

    @Test
    void showsNothingOfContentThatWasNotRead() {
        State unread = new State.Content("other content", "/etc/x", "00", Optional.empty());

        assertThat(TextDifference.of(change(unread, "a\n"))).isEmpty();
    }

    @Test
    void showsNothingOfSecrets() {
        assertThat(TextDifference.of(change(State.secret("other content", "key"), "a\n")))
                .isEmpty();
        assertThat(TextDifference.of(change(State.content("", "/etc/x", "-----BEGIN PRIVATE KEY-----\nMIIE\n"), "a\n")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            server = "https://joe:sesame@mirror/" | server = "https://(secret)@mirror/"
            password = "sesame"                   | password = (secret)
            auth_token: sesame                    | auth_token: (secret)
            stats auth: sesame                    | stats auth: (secret)
            stats auth joe:sesame                 | stats auth (secret)
            bind 0.0.0.0:6443                     | bind 0.0.0.0:6443
            option httpchk GET /readyz            | option httpchk GET /readyz
            """)
    void hidesWhatLooksLikeASecretInAFileOfOthers(String line, String shown) {
        assertThat(TextDifference.of(change(State.content("", "/etc/x", line + "\n"), "new\n")))
                .contains("-" + shown, "+new");
    }

    @Test
    @Timeout(60)
    void aFileThatSomebodyLetGrowIsNotComparedLineByLine() {
        String grown = numbered("grown", 60_000);

        assertThat(TextDifference.of(change(State.content("", "/etc/x", grown), numbered("ours", 50_000))))
                .containsExactly("--- /etc/x", "+++ /etc/x", "other content (60,000 lines)");
        assertThat(TextDifference.of(change(State.content("", "/etc/x", "x".repeat((1 << 20) + 1)), "ours\n")))
                .containsExactly("--- /etc/x", "+++ /etc/x", "other content (1 lines)");
    }

    @Test
    @Timeout(60)
    void aChangeInTheMiddleOfALargeFileIsShown() {
        String before = numbered("a", 30_000) + "old\n" + numbered("b", 30_000);
        String after = numbered("a", 30_000) + "new\nnewer\n" + numbered("b", 30_000);

        assertThat(TextDifference.of(change(State.content("", "/etc/x", before), after)))
                .containsExactly(
                        "--- /etc/x",
                        "+++ /etc/x",
                        "@@ -29998,7 +29998,8 @@",
                        " a 29997",
                        " a 29998",
                        " a 29999",
                        "-old",
                        "+new",
                        "+newer",
                        " b 0",
                        " b 1",
                        " b 2");
    }

    @Test
    void linesThatAreAddedTwiceAreShown() {
        assertThat(TextDifference.of(change(State.content("", "/etc/x", "a\nb\n"), "a\nb\na\nb\n")))
                .containsExactly("--- /etc/x", "+++ /etc/x", "@@ -1,2 +1,4 @@", " a", " b", "+a", "+b");
    }

    private static String numbered(String word, int lines) {
        return IntStream.range(0, lines)
                .mapToObj(number -> word + " " + number + "\n")
                .collect(Collectors.joining());
    }

    @Test
    void aSecretThatChangesIsStillSeenToChange() {
        assertThat(TextDifference.of(change(State.content("", "/etc/x", "password: one\n"), "password: two\n")))
                .contains("-password: (secret)", "+password: (secret)");
    }

    private static Difference change(State before, String after) {
        return Difference.of(
                Action.CHANGE, "rewrite /etc/x", before, State.content("", "/etc/x", after), Operation.of(""));
    }
}
