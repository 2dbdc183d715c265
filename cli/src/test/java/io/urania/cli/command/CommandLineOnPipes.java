package io.urania.cli.command;

import io.urania.artifacts.bundle.BundleCache;
import io.urania.artifacts.download.CheckedTexts;
import io.urania.artifacts.version.VersionTable;
import io.urania.cli.SamplePlan;
import io.urania.cli.commandline.UraniaCommandLine;
import io.urania.cli.commandline.UraniaCommandLine.Surroundings;
import io.urania.cli.console.Console.Abilities;
import io.urania.cli.console.RecordedConsole;
import io.urania.cli.failure.DefectLog;
import io.urania.control.bundle.Bundles;
import io.urania.control.stage.ClusterOpener;
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
        this(directory, directory, recorded, cluster.opener());
    }

    /** A command line whose commands get to no cluster. */
    public CommandLineOnPipes(Path directory, RecordedConsole recorded, DeadEnd opener) {
        this(directory, directory, recorded, opener);
    }

    /** The same for a person who is elsewhere. */
    public CommandLineOnPipes(Path workingDirectory, Path scratch, RecordedConsole recorded, DeadEnd opener) {
        this(workingDirectory, scratch, recorded, (ClusterOpener) opener);
    }

    /**
     * @param workingDirectory where the person is
     * @param scratch for the log and the cache
     */
    private CommandLineOnPipes(Path workingDirectory, Path scratch, RecordedConsole recorded, ClusterOpener opener) {
        this.recorded = recorded;
        this.log = scratch.resolve("state/defects.log");
        this.commandLine = new UraniaCommandLine(new Surroundings(
                recorded.console(),
                clock(),
                workingDirectory,
                new DefectLog(log, clock()),
                opener,
                new Bundles(
                        new BundleCache(scratch.resolve("cache")),
                        VersionTable::standard,
                        (_, _) -> List.of(),
                        new CheckedTexts(scratch.resolve("texts"))),
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
