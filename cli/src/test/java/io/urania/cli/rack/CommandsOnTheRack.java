package io.urania.cli.rack;

import io.urania.artifacts.bundle.BundleCache;
import io.urania.artifacts.download.CheckedTexts;
import io.urania.artifacts.source.StandardSources;
import io.urania.artifacts.version.VersionTable;
import io.urania.cli.commandline.UraniaCommandLine;
import io.urania.cli.commandline.UraniaCommandLine.Surroundings;
import io.urania.cli.console.RecordedConsole;
import io.urania.cli.failure.DefectLog;
import io.urania.control.bundle.Bundles;
import io.urania.control.opening.InventoryOpener;
import io.urania.control.permission.AllowedBefore;
import io.urania.engine.run.Stop;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Urania's own commands, as a person would type them for this rack, with pipes for a terminal. */
final class CommandsOnTheRack {

    private static final String PROGRAM = "./urania";

    private final RackUnderTest rack;
    private final Path scratch;

    /**
     * @param scratch for the log of defects
     */
    CommandsOnTheRack(RackUnderTest rack, Path scratch) {
        this.rack = rack;
        this.scratch = scratch;
    }

    /** What a command said. */
    record Said(int code, String output, String errors) {}

    /** Runs the command for the rack's inventories. */
    Said run(String... words) {
        return run(rack.inventories(), words);
    }

    /** Runs the command for other inventories of the same hosts. */
    Said run(List<Path> inventories, String... words) {
        List<String> line = new ArrayList<>(List.of(words));
        inventories.forEach(inventory -> line.addAll(List.of("-i", inventory.toString())));
        RecordedConsole recorded = RecordedConsole.onPipes();
        int code = commandLine(recorded).execute(line);
        return new Said(code, recorded.output(), recorded.errors());
    }

    private UraniaCommandLine commandLine(RecordedConsole recorded) {
        Clock clock = Clock.systemUTC();
        Path home = Path.of(System.getProperty("user.home"));
        Path cache = BundleCache.defaultDirectory(System.getenv(), home);
        Bundles bundles = new Bundles(
                BundleCache.standard(),
                VersionTable::standard,
                (mirror, progress) -> StandardSources.inOrder(mirror, Map.of(), cache, progress),
                new CheckedTexts(scratch.resolve("texts")));
        return new UraniaCommandLine(new Surroundings(
                recorded.console(),
                clock,
                Path.of("").toAbsolutePath(),
                new DefectLog(scratch.resolve("defects.log"), clock),
                new InventoryOpener(
                        clock,
                        bundles,
                        home,
                        new AllowedBefore(scratch.resolve("allowed")),
                        PROGRAM,
                        "test",
                        new Stop()),
                bundles,
                PROGRAM,
                "test"));
    }
}
