package io.urania.cli.completion;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** A shell for which there is a script. */
public enum Shell {
    BASH,
    ZSH,
    FISH;

    /** The shell's name. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Shell> named(String word) {
        return Arrays.stream(values())
                .filter(shell -> shell.word().equals(word))
                .findFirst();
    }

    /**
     * The script that makes the shell complete a program's words.
     *
     * @param root the program with all its commands
     */
    public String script(CommandSpec root) {
        List<CompletedCommand> commands = CompletedCommand.all(root);
        return switch (this) {
            case BASH -> BashScript.of(commands);
            case ZSH -> ZshScript.of(commands);
            case FISH -> FishScript.of(commands);
        };
    }
}
