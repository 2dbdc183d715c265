package io.urania.cli.command.runs;

import io.urania.cli.command.About;
import io.urania.cli.console.Console;
import io.urania.cli.console.Size;
import io.urania.cli.progress.RunRecording;
import io.urania.cli.progress.RunReplay;
import io.urania.cli.recording.RecordingSvg;
import io.urania.cli.timeline.ChromeTrace;
import io.urania.cli.timeline.Timeline;
import io.urania.cli.timeline.TimelineHtml;
import io.urania.cli.timeline.TimelineSvg;
import io.urania.control.failure.ExitCode;
import io.urania.control.failure.Refusal;
import io.urania.engine.state.RecordedRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

public final class RunsShowCommand implements Callable<Integer> {

    public static final About ABOUT = About.of("show", "Show what a run did, or draw it.");

    private final RecordedRuns runs;
    private final Console console;
    private final Path workingDirectory;

    @Parameters(paramLabel = "RUN", description = "The first characters of its id, or 'last'.")
    private String name = "";

    /** Wide enough for names and titles, and not too wide for a page. */
    private static final Size RECORDED_TERMINAL = new Size(100, 24);

    @Option(
            names = "--timeline",
            paramLabel = "FILE",
            description = "Draw hosts over time, and the critical path, to FILE.svg or FILE.html.")
    private @Nullable Path timeline;

    @Option(
            names = "--trace",
            paramLabel = "FILE",
            description = "Write Chrome's trace format, for ui.perfetto.dev and chrome://tracing.")
    private @Nullable Path trace;

    @Option(
            names = "--recording",
            paramLabel = "FILE",
            description = "Draw what the terminal showed, as an animation, to FILE.svg.")
    private @Nullable Path recording;

    public RunsShowCommand(RecordedRuns runs, Console console, Path workingDirectory) {
        this.runs = runs;
        this.console = console;
        this.workingDirectory = workingDirectory;
    }

    @Override
    public Integer call() throws Exception {
        RecordedRun run = runs.find(name);
        if (timeline == null && trace == null && recording == null) {
            console.print(new RunReplay(console.style()).of(run));
        }
        if (timeline != null) {
            write(timeline, drawing(Timeline.of(run), timeline));
        }
        if (trace != null) {
            write(trace, ChromeTrace.of(Timeline.of(run)) + "\n");
        }
        if (recording != null) {
            write(recording, RecordingSvg.of(RunRecording.of(run, RECORDED_TERMINAL)));
        }
        return ExitCode.DONE.number();
    }

    private static String drawing(Timeline timeline, Path file) throws Refusal {
        if (file.toString().endsWith(".svg")) {
            return TimelineSvg.of(timeline);
        }
        if (file.toString().endsWith(".html")) {
            return TimelineHtml.of(timeline);
        }
        throw new Refusal(ExitCode.USAGE, "--timeline " + file + ": the file name must end in .svg or .html");
    }

    private void write(Path file, String text) throws IOException {
        Files.writeString(workingDirectory.resolve(file), text);
        console.print(file.toString());
    }
}
