package io.urania.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The scripts in the shells that they are for. */
final class CompletionTest {

    /** Asks zsh's function without a terminal: what it offers is printed instead of shown. */
    private static final String ZSH_STUBS = """
            compdef() { : }
            _describe() { print -l -- ${(M)${${(P)2}%%:*}:#${words[CURRENT]}*} }
            _files() { print -l -- *(N) }
            _message() { : }
            compadd() { shift; print -l -- $@ }
            """;

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"bash", "zsh", "fish"})
    void commandsAreCompleted(String shell) throws Exception {
        assertThat(offered(shell, "urania", "inv")).contains("inventory").doesNotContain("apply");
        assertThat(offered(shell, "urania", "inventory", "")).contains("check", "graph", "schema");
        assertThat(offered(shell, "urania", "--no-color", "runs", "s")).contains("show");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash", "zsh", "fish"})
    void optionsAreThoseOfTheCommand(String shell) throws Exception {
        assertThat(offered(shell, "urania", "apply", "--")).contains("--forks", "--verbose", "--inventory");
        assertThat(offered(shell, "urania", "runs", "show", "--")).doesNotContain("--forks");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash", "zsh", "fish"})
    void aValueIsNotTakenForACommand(String shell) throws Exception {
        assertThat(offered(shell, "urania", "-i", "apply", "explain", "")).contains("etcd", "control-plane");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash", "zsh", "fish"})
    void recordedRunsAreOffered(String shell) throws Exception {
        Files.createDirectories(directory.resolve("inventory/.urania/runs"));
        Files.createFile(directory.resolve("inventory/.urania/runs/1pk8x3q4.jsonl"));

        assertThat(offered(shell, "urania", "runs", "show", "")).contains("1pk8x3q4", "last");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash", "fish"})
    void filesAreOfferedWhereAnInventoryIsNamed(String shell) throws Exception {
        Files.createFile(directory.resolve("hosts.yaml"));

        assertThat(offered(shell, "urania", "plan", "-i", "hos")).contains("hosts.yaml");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash", "zsh", "fish"})
    void hostsAreThoseOfTheUsualInventory(String shell) throws Exception {
        Path program = program();

        assertThat(offered(shell, program.toString(), "inventory", "show", "")).contains("clio", "erato");
        assertThat(asked()).containsExactly("inventory hosts");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash", "zsh", "fish"})
    void hostsAreThoseOfTheInventoryThatIsNamed(String shell) throws Exception {
        Path program = program();

        assertThat(offered(
                        shell, program.toString(), "plan", "-i", "one", "--inventory", "$(touch/pwned)", "--host", ""))
                .contains("clio", "erato");
        assertThat(asked()).containsExactly("inventory hosts -i one -i $(touch/pwned)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash", "zsh", "fish"})
    void phasesOfAPartOfAPlanAreOffered(String shell) throws Exception {
        assertThat(offered(shell, "urania", "plan", "--only", "")).contains("etcd", "control-plane");
    }

    /** A program that keeps what it is asked, and knows two hosts. */
    private Path program() throws IOException {
        Path program = directory.resolve("urania");
        Files.writeString(
                program,
                "#!/bin/sh\n[ \"$URANIA_COMPLETES\" ] && echo \"$*\" >>'" + directory.resolve("asked")
                        + "'\necho clio\necho erato\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        return program;
    }

    private List<String> asked() throws IOException {
        return Files.readAllLines(directory.resolve("asked"));
    }

    @Test
    void anotherShellIsRefused() {
        CommandLineOnPipes urania = new CommandLineOnPipes(directory, new FakeCluster());

        assertThat(urania.run("completion", "tcsh")).isEqualTo(2);
        assertThat(urania.errors()).contains("'tcsh'", "bash, zsh, fish");
    }

    private List<String> offered(String shell, String... words) throws IOException, InterruptedException {
        Path program = Path.of("/usr/bin", shell);
        assumeTrue(Files.isExecutable(program), shell + " is not installed");
        Path script = Files.writeString(directory.resolve("completion." + shell), script(shell));
        return switch (shell) {
            case "bash" ->
                ask(
                        program,
                        List.of("--norc"),
                        ". '%s'; COMP_WORDS=(%s); COMP_CWORD=%d; _urania; printf '%%s\\n' \"${COMPREPLY[@]}\""
                                .formatted(script, quoted(words), words.length - 1));
            case "zsh" ->
                ask(
                        program,
                        List.of("-f"),
                        ZSH_STUBS
                                + ". '%s'; words=(%s); CURRENT=%d; _urania"
                                        .formatted(script, quoted(words), words.length));
            default ->
                ask(
                        program,
                        List.of("--no-config"),
                        "source '%s'; complete -C '%s'".formatted(script, String.join(" ", words)));
        };
    }

    private String script(String shell) {
        CommandLineOnPipes urania = new CommandLineOnPipes(directory, new FakeCluster());
        assertThat(urania.run("completion", shell)).isZero();
        return urania.output();
    }

    private static String quoted(String... words) {
        return "'" + String.join("' '", words) + "'";
    }

    /** The first word of every line that is printed. */
    private List<String> ask(Path program, List<String> options, String question)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(options);
        command.addAll(List.of("-c", question));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
        builder.environment().putAll(Map.of("HOME", directory.toString(), "LC_ALL", "C.UTF-8"));
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output.lines().map(line -> line.split("\t", -1)[0]).toList();
    }
}
