package io.urania.cli.command.cluster;

import io.urania.cli.command.About;
import io.urania.cli.command.RunOptions;
import io.urania.cli.console.Console;
import io.urania.cli.progress.Output;
import io.urania.cli.report.Table;
import io.urania.control.failure.ExitCode;
import io.urania.control.loginkey.KeyKind;
import io.urania.control.loginkey.LoginKey;
import io.urania.control.loginkey.LoginKeys;
import io.urania.control.stage.LetIn;
import io.urania.control.stage.Opened;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

public final class SshKeyCommand implements Callable<Integer> {

    public static final About ABOUT = About.of(
            "ssh-key",
            "Put your SSH key on all hosts: what ssh-keygen and ssh-copy-id do for one.",
            "Makes a key if there is none. Passwords are asked for once, and kept nowhere.");

    private final ClusterCommands commands;
    private final Console console;
    private final LoginKeys keys;
    private final Path home;

    @Mixin
    private final RunOptions run = new RunOptions();

    @Option(
            names = "--type",
            paramLabel = "TYPE",
            description = "Type of a new key: ed25519, or rsa for old servers (default: ed25519).")
    private KeyKind kind = KeyKind.ED25519;

    @Option(
            names = "--file",
            paramLabel = "FILE",
            description =
                    "The private key (default: ~/.ssh/id_TYPE). Set ansible_ssh_private_key_file for another one.")
    private @Nullable Path file;

    @Option(names = "--ask-each", description = "Each host has a password of its own.")
    private boolean askEach;

    /**
     * @param home the user's home directory
     */
    public SshKeyCommand(ClusterCommands commands, Console console, LoginKeys keys, Path home) {
        this.commands = commands;
        this.console = console;
        this.keys = keys;
        this.home = home;
    }

    @Override
    public Integer call() throws Exception {
        try (Opened cluster = commands.look("ssh-key", run, Output.ANSWER)) {
            LoginKey key = keys.ensure(file == null ? home.resolve(".ssh/id_" + kind.word()) : file, kind);
            console.print((key.isNew() ? "New key " : "Key ") + key.file() + ": " + key.fingerprint());
            LetIn letIn = cluster.letIn(key, askEach);
            console.print(table(cluster.hosts(), letIn).lines());
            letIn.failures().values().forEach(console::printError);
            return (letIn.failures().isEmpty() ? ExitCode.DONE : ExitCode.UNREACHABLE).number();
        }
    }

    private static Table table(List<String> hosts, LetIn letIn) {
        Table table = new Table(List.of("HOST", "KEY"));
        for (String host : hosts) {
            Boolean added = letIn.hosts().get(host);
            table.row(List.of(host, added == null ? "not accepted" : added ? "added" : "accepted before"));
        }
        return table;
    }
}
