package io.urania.cli;

import io.urania.artifacts.bundle.BundleCache;
import io.urania.artifacts.download.CheckedTexts;
import io.urania.artifacts.source.StandardSources;
import io.urania.artifacts.version.VersionTable;
import io.urania.cli.commandline.UraniaCommandLine;
import io.urania.cli.commandline.UraniaCommandLine.Surroundings;
import io.urania.cli.console.Console;
import io.urania.cli.console.StandardStream;
import io.urania.cli.console.TerminalSize;
import io.urania.cli.failure.DefectLog;
import io.urania.control.bundle.Bundles;
import io.urania.control.failure.ExitCode;
import io.urania.control.opening.InventoryOpener;
import io.urania.control.permission.AllowedBefore;
import io.urania.engine.run.Stop;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where the program starts. */
public final class Main {

    private Main() {}

    public static void main(String[] words) {
        System.exit(run(List.of(words)));
    }

    /** Does what the words say; returns the exit code. */
    static int run(List<String> commandLine) {
        StandardStream output = new StandardStream(new FileOutputStream(FileDescriptor.out));
        Console console = console(commandLine, output);
        Interruption interruption = Interruption.watch(console);
        int code = new UraniaCommandLine(surroundings(console, interruption.stop())).execute(commandLine);
        interruption.finished();
        return output.failure().map(why -> incomplete(why, code, console)).orElse(code);
    }

    /** Whoever keeps what is printed must not take a part for the whole. */
    private static int incomplete(String why, int code, Console console) {
        console.printError("urania: not everything was printed: standard output: " + why);
        return code == ExitCode.DONE.number() ? ExitCode.FAILED.number() : code;
    }

    private static Surroundings surroundings(Console console, Stop stop) {
        Clock clock = Clock.systemUTC();
        Path home = Path.of(System.getProperty("user.home"));
        String program = System.getProperty("urania.command", "./urania");
        String version = Optional.ofNullable(Main.class.getPackage().getImplementationVersion())
                .orElse("(development)");
        Path cache = BundleCache.defaultDirectory(System.getenv(), home);
        Bundles bundles = new Bundles(
                BundleCache.standard(),
                VersionTable::standard,
                (mirror, progress) -> StandardSources.inOrder(mirror, Map.of(), cache, progress),
                new CheckedTexts(cache.resolve("texts")));
        Path defects = DefectLog.defaultFile(System.getenv(), home);
        AllowedBefore allowed = new AllowedBefore(defects.resolveSibling("allowed"));
        return new Surroundings(
                console,
                clock,
                Path.of("").toAbsolutePath(),
                new DefectLog(defects, clock),
                new InventoryOpener(clock, bundles, home, allowed, program, version, stop),
                bundles,
                program,
                version);
    }

    private static Console console(List<String> words, StandardStream output) {
        // The launcher knows which streams are terminals; the JVM can only tell for all of them together.
        Console.Abilities abilities = Console.Abilities.of(
                System.getProperty("urania.terminals", ""), System.getenv("TERM"), System.getenv("NO_COLOR"));
        return new Console(
                new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset())),
                stream(output),
                stream(new FileOutputStream(FileDescriptor.err)),
                // Asked before the options are parsed, for what goes wrong while they are.
                words.contains("--no-color") ? abilities.withoutColour() : abilities,
                new TerminalSize(() -> TerminalSize.ask(System.getenv("COLUMNS")), System::nanoTime));
    }

    private static PrintStream stream(OutputStream stream) {
        return new PrintStream(new BufferedOutputStream(stream), false, Charset.defaultCharset());
    }
}
