package io.urania.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is typed in a shell on a terminal, with names that somebody else chose. */
final class CompletionInTerminalTest {

    /** To the beginning of the line, and away with the rest; the terminal itself obeys neither. */
    private static final String KILL_LINE = "\u0001\u000b";

    /** What a shell would do something about, were it not quoted. */
    private static final List<String> NAMES = List.of(
            "$(touch pwned)",
            "`touch pwned`",
            "a;touch pwned",
            "b && touch pwned",
            "c' touch pwned '",
            "d\" $(touch pwned) \"",
            "e\\$(touch pwned)",
            "f|touch pwned",
            "g>pwned",
            "h$HOME",
            "*",
            "!!",
            "#i",
            "j\\",
            "two words",
            "clio");

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"bash", "zsh", "fish"})
    void theNameOfAHostIsOneWordAndNothingElse(String shell) throws Exception {
        program(NAMES);
        StringBuilder keys = new StringBuilder();
        for (int index = 0; index < NAMES.size(); index++) {
            Files.writeString(directory.resolve("host-" + index), NAMES.get(index) + "\n");
            keys.append("cp host-" + index + " hosts\n./urania inventory show \t\n");
        }

        type(shell, keys.toString());

        assertThat(asked()).containsExactlyElementsOf(commands("inventory", NAMES));
        assertThat(directory.resolve("pwned")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash", "zsh", "fish"})
    void theNameOfARunIsOneWordAndNothingElse(String shell) throws Exception {
        program(List.of());
        Path runs = Files.createDirectories(directory.resolve("inventory/.urania/runs"));
        StringBuilder keys = new StringBuilder();
        List<String> names = new ArrayList<>();
        for (String name : NAMES) {
            char first = (char) ('A' + names.size());
            names.add(first + name);
            Files.createFile(runs.resolve(first + name + ".jsonl"));
            keys.append("./urania runs show " + first + "\t\n");
        }

        type(shell, keys.toString());

        assertThat(asked()).containsExactlyElementsOf(commands("runs", names));
        assertThat(directory.resolve("pwned")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash", "zsh", "fish"})
    void manyNamesAreShownAndDoNothing(String shell) throws Exception {
        program(NAMES);

        String shown = type(shell, "./urania inventory show \t\t" + KILL_LINE + "./urania done\n");

        assertThat(shown.replace("\\", "")).contains("clio", "a;touch pwned");
        assertThat(asked()).containsExactly("done");
        assertThat(directory.resolve("pwned")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"'", "\""})
    void aNameThatNeedsQuotesIsNotPutIntoOthers(String quote) throws Exception {
        program(NAMES);

        String begin = "./urania inventory show " + quote;
        type("bash", begin + "$(\t" + KILL_LINE + begin + "cl\t\n");

        assertThat(asked()).containsExactly("inventory", "show", "clio");
        assertThat(directory.resolve("pwned")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"$(touch pwned)", "a b", "*"})
    void theNameOfAFileIsOneWordAndNothingElse(String name) throws Exception {
        program(List.of());
        Files.createFile(directory.resolve("0-" + name));

        type("bash", "./urania plan -i 0\t\n./urania ${#IFS}\n");

        assertThat(asked()).containsExactly("plan", "-i", "0-" + name, "3");
        assertThat(directory.resolve("pwned")).doesNotExist();
    }

    /** A program that knows these hosts, and keeps each of its words in a line unless it is asked for them. */
    private void program(List<String> hosts) throws IOException {
        Files.writeString(
                directory.resolve("hosts"),
                hosts.stream().map(host -> host + "\n").collect(Collectors.joining()));
        Path program = Files.writeString(
                directory.resolve("urania"),
                "#!/bin/sh\n[ \"$URANIA_COMPLETES\" ] && exec cat hosts\nprintf '%s\\n' \"$@\" >>asked\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static List<String> commands(String command, List<String> names) {
        return names.stream().flatMap(name -> Stream.of(command, "show", name)).toList();
    }

    private List<String> asked() throws IOException {
        return Files.readAllLines(directory.resolve("asked"));
    }

    /**
     * Types in a shell with the completion.
     *
     * @return what the terminal shows
     */
    private String type(String shell, String keys) throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin", shell)), shell + " is not installed");
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/script")), "script, of util-linux, is not installed");
        CommandLineOnPipes urania = new CommandLineOnPipes(directory, new FakeCluster());
        assertThat(urania.run("completion", shell)).isZero();
        Files.writeString(directory.resolve("completion"), urania.output());
        String command = switch (shell) {
            case "bash" -> "bash --norc --noprofile -i";
            case "zsh" -> "zsh -f -i";
            default -> "fish --no-config -i";
        };
        String begin = switch (shell) {
            case "zsh" -> "autoload -U compinit; compinit -u -D; . ./completion\n";
            default -> ". ./completion\n";
        };
        Path screen = directory.resolve("screen");
        ProcessBuilder builder = new ProcessBuilder("/usr/bin/script", "-qec", command, "/dev/null")
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(screen.toFile());
        builder.environment()
                .putAll(Map.of(
                        "HOME", directory.toString(), "LC_ALL", "C.UTF-8", "TERM", "xterm", "HISTFILE", "/dev/null"));
        Process terminal = builder.start();
        try (OutputStream typed = terminal.getOutputStream()) {
            typed.write((begin + keys + "exit\n").getBytes(StandardCharsets.UTF_8));
        }
        // A shell that was made to wait for the end of a quote would wait for ever.
        boolean ended = terminal.waitFor(2, TimeUnit.MINUTES);
        if (!ended) {
            terminal.descendants().forEach(ProcessHandle::destroyForcibly);
            terminal.destroyForcibly();
        }
        String shown = Files.readString(screen);
        assertThat(ended).as(shown).isTrue();
        return shown;
    }
}
