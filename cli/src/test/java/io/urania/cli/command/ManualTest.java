package io.urania.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ManualTest {

    @TempDir
    private Path directory;

    private CommandLineOnPipes urania;

    @BeforeEach
    void start() {
        urania = new CommandLineOnPipes(directory, new FakeCluster());
    }

    @Test
    void everyCommandHasAPage() throws Exception {
        assertThat(urania.run("man", "--output", "pages")).isZero();

        assertThat(names())
                .contains("urania.1", "urania-apply.1", "urania-inventory-check.1", "urania-lab-up.1", "urania-man.1");
        for (String name : names()) {
            String page = Files.readString(directory.resolve("pages").resolve(name));
            assertThat(page)
                    .startsWith(".TH \"")
                    .contains(".SH \"NAME\"", ".SH \"SYNOPSIS\"", ".SH \"OPTIONS\"", "\\-\\-inventory PATH");
        }
    }

    @Test
    void mandocHasNothingToSayAgainstThePages() throws Exception {
        Path mandoc = Path.of("/usr/bin/mandoc");
        assumeTrue(Files.isExecutable(mandoc), "mandoc is not installed");
        urania.run("man", "--output", "pages");

        for (String name : names()) {
            // No date is on them: the same Urania makes the same pages.
            assertThat(output(List.of(mandoc.toString(), "-T", "lint", "-W", "warning", "pages/" + name))
                            .lines())
                    .as(name)
                    .allMatch(line -> line.contains("missing date"));
        }
    }

    @Test
    void manShowsThePageOfACommand() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/man")), "man is not installed");
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/nroff")), "groff is not installed");
        assertThat(urania.run("man", "runs", "show")).isZero();
        Files.writeString(directory.resolve("page.1"), urania.output());

        assertThat(output(List.of("/usr/bin/man", "--warnings", "-l", "page.1")))
                .contains("urania-runs-show - Show what a run did, or draw it", "--timeline FILE")
                .doesNotContain("warning:");
    }

    @Test
    void aCommandThatThereIsNotHasNoPage() {
        assertThat(urania.run("man", "aply")).isEqualTo(2);
        assertThat(urania.errors()).contains("unknown command 'aply'");
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(directory.resolve("pages"))) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private String output(List<String> command) throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
        builder.environment().put("MANWIDTH", "90");
        builder.environment().put("LC_ALL", "C.UTF-8");
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }
}
