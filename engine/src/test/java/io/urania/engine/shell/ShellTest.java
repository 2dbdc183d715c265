package io.urania.engine.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.urania.engine.transport.Exit;
import io.urania.engine.transport.Input;
import io.urania.engine.transport.LocalTransport;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ShellTest {

    private static final String NASTY = "'\"\\$`!*?[]{}()<>|&;#~ \t=^%-_é€aZ09/\r";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            /etc/hosts      | /etc/hosts
            v1.36.3+k3s,x%  | v1.36.3+k3s,x%
            two words       | 'two words'
            it's            | 'it'\\''s'
            ~root           | '~root'
            $HOME           | '$HOME'
            ^^              | ''
            """)
    void quotesOnlyWhatNeedsIt(String text, String expected) {
        assertThat(Shell.quote(text)).isEqualTo(expected);
    }

    @Test
    void aShellReadsBackWhatWasQuoted() throws Exception {
        Random random = new Random(42);
        List<String> words = new ArrayList<>(List.of("", "-n", "'", "''", "\\", "a\\", "'\\''", "~", "#", "!", "=x"));
        for (int count = 0; count < 500; count++) {
            StringBuilder word = new StringBuilder();
            int length = random.nextInt(12);
            for (int index = 0; index < length; index++) {
                word.append(NASTY.charAt(random.nextInt(NASTY.length())));
            }
            words.add(word.toString());
        }
        StringBuilder printed = new StringBuilder();

        Exit exit = new LocalTransport()
                .execute(
                        LocalTransport.target("here"),
                        "printf '<%s>' " + Shell.words(words) + " | base64 -w 0",
                        Input.NONE,
                        printed::append);

        String read = new String(
                java.util.Base64.getDecoder().decode(printed.toString()), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(exit).isEqualTo(new Exit(0, ""));
        assertThat(read).isEqualTo("<" + String.join("><", words) + ">");
    }

    @Test
    void lineEndsStayInsideAWord() throws Exception {
        List<String> lines = new ArrayList<>();

        new LocalTransport()
                .execute(
                        LocalTransport.target("here"),
                        "printf '%s' " + Shell.quote("one\ntwo\n\nfour"),
                        Input.NONE,
                        lines::add);

        assertThat(lines).containsExactly("one", "two", "", "four");
    }

    @Test
    void refusesWhatNoWordCanHold() {
        assertThatThrownBy(() -> Shell.quote("a\0b")).isInstanceOf(IllegalArgumentException.class);
    }
}
