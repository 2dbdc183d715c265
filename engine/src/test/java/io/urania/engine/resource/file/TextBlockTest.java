package io.urania.engine.resource.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.engine.batch.ShellKind;
import io.urania.engine.batch.StepResult;
import io.urania.engine.plan.Difference;
import io.urania.engine.resource.Sandbox;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lines of ours among lines of others; a slash stands for a line end in the tables. */
final class TextBlockTest {

    private static final String PATH = "/etc/hosts";

    private Sandbox host;

    @BeforeEach
    void makeHost() throws IOException {
        host = new Sandbox(ShellKind.DASH);
    }

    @AfterEach
    void removeHost() throws IOException {
        host.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                        | our/       | [/our/]/
            theirs/                   | our/       | theirs/[/our/]/
            no line end               | our/       | no line end/[/our/]/
            theirs/[/old/]/           | our/       | theirs/[/our/]/
            theirs/[/old/]/more/      | our/two/   | theirs/[/our/two/]/more/
            theirs/[/old/]/no end     | our/       | theirs/[/our/]/no end
            theirs/[/old/]/more/      | ''         | theirs/more/
            [/old/]/                  | ''         | ''
            a/[/theirs/[/old/]/b/     | our/       | a/[/theirs/[/our/]/b/
            a/]/theirs/[/old/]/b/     | our/       | a/]/theirs/[/our/]/b/
            a/[/theirs/               | our/       | a/[/theirs/[/our/]/
            [/old/]/theirs/[/older/]/ | our/       | [/our/]/theirs/
            """)
    void changesNothingButTheBlock(String before, String lines, String after) throws Exception {
        host.write(PATH, text(before));

        host.repair(new TextBlock(PATH, text(lines)));

        assertThat(host.at(PATH)).content().isEqualTo(text(after));
        assertThat(host.at(PATH + ".urania")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            [/our/]/         | our/
            a/[/our/]/b/     | our/
            a/[/our/]/b      | our/
            theirs/          | ''
            ''               | ''
            """)
    void seesThatNothingIsToBeDone(String present, String lines) throws Exception {
        host.write(PATH, text(present));

        assertThat(host.difference(new TextBlock(PATH, text(lines)))).isEmpty();
    }

    @Test
    void makesTheFileForAllToRead() throws Exception {
        Files.createDirectories(host.at("/etc"));

        Difference difference = host.repair(new TextBlock(PATH, "10.42.253.40 pandore\n"));

        assertThat(difference.title()).isEqualTo("set 1 lines in /etc/hosts");
        assertThat(host.ask(FileProbe.at(PATH)).orElseThrow())
                .isInstanceOfSatisfying(
                        FileFact.Regular.class, file -> assertThat(file.mode()).isEqualTo("644"));
    }

    @Test
    void writesNothingIfTheFileChangedMeanwhile() throws Exception {
        host.write(PATH, "theirs\n");
        Difference difference = host.difference(new TextBlock(PATH, "our\n")).orElseThrow();
        host.write(PATH, "theirs\nand more\n");

        StepResult result = host.carryOut(difference);

        assertThat(result.succeeded()).isFalse();
        assertThat(result.output()).contains("/etc/hosts has changed since the plan was made", "run the same command again");
        assertThat(host.at(PATH)).content().isEqualTo("theirs\nand more\n");
    }

    @Test
    void writesNothingIfTheFileCannotBeKeptAsItIs() throws Exception {
        byte[] latin = "10.0.0.1 k\u00e4se\n".getBytes(StandardCharsets.ISO_8859_1);
        Files.write(host.write(PATH, ""), latin);

        StepResult result =
                host.carryOut(host.difference(new TextBlock(PATH, "our\n")).orElseThrow());

        assertThat(result.succeeded()).isFalse();
        assertThat(host.at(PATH)).hasBinaryContent(latin);
    }

    private static String text(String shorthand) {
        return shorthand.replace('/', '\n').replace("[\n", "# BEGIN urania\n").replace("]\n", "# END urania\n");
    }
}
