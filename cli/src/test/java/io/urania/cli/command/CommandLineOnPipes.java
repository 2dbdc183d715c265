package io.urania.cli.command;

import io.urania.artifacts.bundle.BundleCache;
import io.urania.artifacts.version.VersionTable;
import io.urania.cli.SamplePlan;
import io.urania.control.bundle.Bundles;
import io.urania.cli.commandline.UraniaCommandLine;
import io.urania.cli.commandline.UraniaCommandLine.Surroundings;
import io.urania.cli.console.Console.Abilities;
import io.urania.cli.console.RecordedConsole;
import io.urania.cli.failure.DefectLog;
import io.urania.cli.operation.SessionOpener;
import io.urania.cli.progress.Displays;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;

/** The whole command line in a directory, with a recorded console and no hosts. */
public final class CommandLineOnPipes {

    private final RecordedConsole recorded;
    private final UraniaCommandLine commandLine;
    private final Path log;

    public CommandLineOnPipes(Path directory, FakeCluster cluster) {
        this(directory, RecordedConsole.onPipes(), cluster);
    }

    public CommandLineOnPipes(Path directory, RecordedConsole recorded, FakeCluster cluster) {
        this(directory, recorded, cluster.opener(new Displays(recorded.console(), clock())));
    }

    public CommandLineOnPipes(Path directory, RecordedConsole recorded, SessionOpener opener) {
        this(directory, directory, recorded, opener);
    }

    /**
     * @param workingDirectory where the person is
     * @param scratch for the log and the cache
     */
    public CommandLineOnPipes(Path workingDirectory, Path scratch, RecordedConsole recorded, SessionOpener opener) {
        this.recorded = recorded;
        this.log = scratch.resolve("state/defects.log");
        this.commandLine = new UraniaCommandLine(new Surroundings(
                recorded.console(),
                clock(),
                workingDirectory,
                new DefectLog(log, clock()),
                opener,
                new Bundles(new BundleCache(scratch.resolve("cache")), VersionTable::standard, (_, _) -> List.of()),
                "./urania",
                "0.1.0"));
    }

    /** A console on which somebody types. */
    public static RecordedConsole typing(String input) {
        return new RecordedConsole(new Abilities(true, false, io.urania.cli.console.Style.PLAIN), input);
    }

    public int run(String... words) {
        return commandLine.execute(List.of(words));
    }

    public String output() {
        return recorded.output();
    }

    public String errors() {
        return recorded.errors();
    }

    public Path log() {
        return log;
    }

    private static Clock clock() {
        return Clock.fixed(SamplePlan.START, ZoneOffset.UTC);
    }
}
