package io.urania.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.cli.console.RecordedConsole;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class UsageTest {

    @TempDir
    private Path directory;

    @Test
    void withoutWordsTheCommandsAreShown() {
        CommandLineOnPipes urania = urania();

        assertThat(urania.run()).isEqualTo(2);
        assertThat(urania.output()).contains("Usage: urania", "apply", "Exit codes:");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--help",
                "inventory --help",
                "inventory check --help",
                "inventory graph --help",
                "inventory schema --help",
                "init --help",
                "plan --help",
                "apply -h",
                "check --help",
                "bundle --help",
                "bundle create --help",
                "bundle verify --help"
            })
    void everyCommandExplainsItself(String words) {
        CommandLineOnPipes urania = urania();

        assertThat(urania.run(words.split(" "))).isZero();
        assertThat(urania.output()).startsWith("Usage: urania").contains("--inventory=PATH");
        assertThat(urania.errors()).isEmpty();
    }

    @Test
    void aStackThatIsFullIsADefectAndNoStackTrace() throws Exception {
        Files.createDirectories(directory.resolve("inventory"));
        Files.writeString(directory.resolve("inventory/hosts.yaml"), "all: {hosts: {one: }}");
        CommandLineOnPipes urania = new CommandLineOnPipes(directory, RecordedConsole.onPipes(), _ -> {
            throw new StackOverflowError();
        });

        assertThat(urania.run("status")).isEqualTo(1);
        assertThat(urania.errors())
                .startsWith("urania: a defect in Urania (java.lang.StackOverflowError); its stack trace is in "
                        + urania.log())
                .doesNotContain("\tat ");
        assertThat(urania.log()).content().contains("StackOverflowError", "\tat ");
    }

    @Test
    void theVersionIsShown() {
        CommandLineOnPipes urania = urania();

        assertThat(urania.run("--version")).isZero();
        assertThat(urania.output()).isEqualTo("Urania 0.1.0\n");
    }

    @Test
    void amisspeltCommandIsGuessed() {
        CommandLineOnPipes urania = urania();

        assertThat(urania.run("aply")).isEqualTo(2);
        assertThat(urania.errors())
                .startsWith("urania: 'urania' does not know 'aply'; did you mean apply")
                .endsWith("  see ./urania --help\n");
    }

    @Test
    void anUnknownOptionPointsToTheCommandsHelp() {
        CommandLineOnPipes urania = urania();

        assertThat(urania.run("plan", "--jsn")).isEqualTo(2);
        assertThat(urania.errors()).isEqualTo("""
                urania: 'urania plan' does not know '--jsn'; did you mean --json?
                  see ./urania plan --help
                """);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "apply --limit pandore       | select hosts with --host HOST of plan",
                "apply --limit=pandore       | select hosts with --host HOST of plan",
                "plan --tags etcd            | select phases with --only PHASE of plan",
                "apply --check               | 'plan' shows what 'apply' would change",
                "apply -b                    | where the user is not root, commands run with sudo",
                "plan -u pi                  | set ansible_user in the inventory",
                "cluster.yml                 | 'apply' deploys the cluster",
                "playbooks/reset.yml         | 'reset' takes the cluster off the hosts",
            })
    void wordsOfAnsibleAreTranslated(String words, String meant) {
        CommandLineOnPipes urania = urania();

        assertThat(urania.run(words.split(" "))).isEqualTo(2);
        assertThat(urania.errors()).contains(" does not know '", ": " + meant).endsWith(" --help\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bundle",
                "bundle create",
                "bundle verify",
                "plan --forks many",
                "plan --forks 0",
                "apply --yes extra"
            })
    void wrongUsageEndsWithTwo(String words) throws Exception {
        Files.createDirectory(directory.resolve("inventory"));
        CommandLineOnPipes urania = urania();

        assertThat(urania.run(words.split(" "))).isEqualTo(2);
        assertThat(urania.errors()).startsWith("urania: ");
    }

    @Test
    void withoutAnyInventoryThereIsAdvice() {
        CommandLineOnPipes urania = urania();

        assertThat(urania.run("plan")).isEqualTo(2);
        assertThat(urania.errors()).contains("no inventory", "-i PATH", "./urania lab up");
    }

    private CommandLineOnPipes urania() {
        return new CommandLineOnPipes(directory, new FakeCluster());
    }
}
