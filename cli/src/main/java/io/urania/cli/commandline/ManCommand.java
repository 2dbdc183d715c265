package io.urania.cli.commandline;

import io.urania.cli.command.About;
import io.urania.cli.console.Console;
import io.urania.cli.manual.ManualPage;
import io.urania.control.failure.ExitCode;
import io.urania.control.failure.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

final class ManCommand implements Callable<Integer> {

    static final About ABOUT = About.of(
            "man",
            "Print a manual page in troff format: urania man apply | man -l -",
            "With --output: write the pages of all commands into a directory, such as ~/.local/share/man/man1.");

    private final Console console;
    private final Path workingDirectory;
    private final Supplier<CommandSpec> root;

    @Parameters(arity = "0..*", paramLabel = "COMMAND", description = "The command; without it, urania itself.")
    private List<String> words = new ArrayList<>();

    @Option(names = "--output", paramLabel = "DIR", description = "Where to write the pages of all commands.")
    private @Nullable Path output;

    /**
     * @param root makes the program with all its commands
     */
    ManCommand(Console console, Path workingDirectory, Supplier<CommandSpec> root) {
        this.console = console;
        this.workingDirectory = workingDirectory;
        this.root = root;
    }

    @Override
    public Integer call() throws Refusal, IOException {
        List<ManualPage> pages = ManualPage.all(root.get());
        if (output == null) {
            console.print(page(pages).troff().stripTrailing());
        } else {
            Path directory = Files.createDirectories(workingDirectory.resolve(output));
            for (ManualPage page : pages) {
                Files.writeString(directory.resolve(page.fileName()), page.troff());
            }
            console.print(pages.size() + " pages in " + output);
        }
        return ExitCode.DONE.number();
    }

    private ManualPage page(List<ManualPage> pages) throws Refusal {
        String name = String.join("-", words.isEmpty() ? List.of("urania") : prefixed());
        return pages.stream()
                .filter(page -> page.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Refusal(ExitCode.USAGE, "unknown command '" + String.join(" ", words) + "'"));
    }

    private List<String> prefixed() {
        List<String> all = new ArrayList<>(List.of("urania"));
        all.addAll(words);
        return all;
    }
}
