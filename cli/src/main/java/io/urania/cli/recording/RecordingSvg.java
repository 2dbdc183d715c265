package io.urania.cli.recording;

import static io.urania.cli.svg.SvgText.escaped;

import io.urania.cli.console.Durations;
import io.urania.cli.progress.RunRecording;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * A recording as an SVG document that moves (SMIL animation) wherever a browser shows it, without scripts. Where nothing moves, it is the
 * last frame. The same recording gives the same bytes.
 */
public final class RecordingSvg {

    private static final double CHARACTER = 7.8;
    private static final double LINE = 17;
    private static final double MARGIN = 16;
    private static final double TITLE = 34;

    /** Nobody watches longer; a longer run is shown faster. */
    private static final int LONGEST_SECONDS = 30;

    /** How long the last frame stays before it begins again. */
    private static final int REST_SECONDS = 6;

    private static final String STYLES = """
            .paper { fill: #16181d; }
            .bar { fill: #262a33; }
            text { fill: #d7dae0; }
            .title { fill: #9aa0ac; font-size: 12px; }
            .s1 { font-weight: bold; }
            .s2 { fill: #858c99; }
            .s31 { fill: #f07178; }
            .s32 { fill: #7fd88f; }
            .s33 { fill: #e6c074; }
            .s34 { fill: #7aa2f7; }
            .s36 { fill: #6fc3df; }
            """;

    private final RunRecording recording;
    private final int speed;
    private final StringBuilder elements = new StringBuilder();

    private RecordingSvg(RunRecording recording) {
        this.recording = recording;
        this.speed = (int) Math.max(1, Math.ceilDiv(recording.length().toSeconds(), LONGEST_SECONDS));
    }

    public static String of(RunRecording recording) {
        return new RecordingSvg(recording).document();
    }

    private String document() {
        int rows = recording.frames().stream()
                .mapToInt(frame -> frame.lines().size())
                .max()
                .orElse(1);
        double width = recording.size().columns() * CHARACTER + 2 * MARGIN;
        double height = TITLE + rows * LINE + MARGIN;
        for (int row = 0; row < rows; row++) {
            row(row);
        }
        String title = "urania, " + Durations.whole(recording.length())
                + (speed == 1 ? "" : ", shown " + speed + " times as fast");
        return """
                <svg xmlns="http://www.w3.org/2000/svg" width="%1$s" height="%2$s" viewBox="0 0 %1$s %2$s" \
                font-family="ui-monospace, Menlo, Consolas, 'DejaVu Sans Mono', monospace" font-size="13" xml:space="preserve">
                <style>
                %3$s</style>
                <rect class="paper" width="%1$s" height="%2$s" rx="8">
                <animate id="play" attributeName="x" from="0" to="0" begin="0s;play.end" dur="%4$ss"/>
                </rect>
                <rect class="bar" width="%1$s" height="24" rx="8"/>
                <text class="title" x="%5$s" y="16">%6$s</text>
                %7$s</svg>
                """.formatted(
                        number(width),
                        number(height),
                        STYLES,
                        number(seconds(recording.length()) + REST_SECONDS),
                        number(MARGIN),
                        escaped(title),
                        elements);
    }

    /** A row is drawn once for each text that it holds for a while. */
    private void row(int row) {
        List<RunRecording.Frame> frames = recording.frames();
        int first = 0;
        while (first < frames.size()) {
            String line = line(frames.get(first), row);
            int next = first + 1;
            while (next < frames.size() && line(frames.get(next), row).equals(line)) {
                next++;
            }
            Duration from = frames.get(first).at();
            if (!line.isBlank()) {
                draw(
                        row,
                        line,
                        from,
                        next == frames.size() ? Duration.ZERO : frames.get(next).at());
            }
            first = next;
        }
    }

    private static String line(RunRecording.Frame frame, int row) {
        return row < frame.lines().size() ? frame.lines().get(row) : "";
    }

    /**
     * Draws a line.
     *
     * @param to until when it is seen; zero for the end, which is also seen where nothing moves
     */
    private void draw(int row, String line, Duration from, Duration to) {
        String show = to.isZero()
                ? set("hidden", 0, seconds(from))
                : set("visible", seconds(from), seconds(to) - seconds(from));
        elements.append("<text y=\"")
                .append(number(TITLE + (row + 0.8) * LINE))
                .append(to.isZero() ? "\">" : "\" visibility=\"hidden\">");
        for (Span span : Span.of(line)) {
            elements.append("<tspan x=\"")
                    .append(number(MARGIN + span.column() * CHARACTER))
                    .append(span.look() == 0 ? "\">" : "\" class=\"s" + span.look() + "\">")
                    .append(escaped(span.text()))
                    .append("</tspan>");
        }
        elements.append(show).append("</text>\n");
    }

    private static String set(String visibility, double from, double length) {
        return length <= 0
                ? ""
                : "<set attributeName=\"visibility\" to=\"" + visibility + "\" begin=\"play.begin+" + number(from)
                        + "s\" dur=\"" + number(length) + "s\"/>";
    }

    private double seconds(Duration duration) {
        return duration.toMillis() / 1000.0 / speed;
    }

    /** Two decimals, for a frame may last less than a tenth of a second. */
    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value).replaceAll("\\.?0+$", "");
    }
}
