package io.urania.cli.recording;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.cli.console.Size;
import io.urania.cli.progress.RunRecording;
import io.urania.cli.progress.RunRecording.Frame;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class RecordingSvgTest {
    private static final RunRecording RECORDING = new RunRecording(
            new Size(40, 4),
            Duration.ofSeconds(60),
            List.of(
                    new Frame(Duration.ZERO, List.of("stays", "one <&>")),
                    new Frame(Duration.ofSeconds(10), List.of("stays", "two")),
                    new Frame(Duration.ofSeconds(40), List.of("stays"))));

    @Test
    void eachLineIsSeenAsLongAsItWasInTheSpeedOfTheShow() throws Exception {
        NodeList lines = texts(RecordingSvg.of(RECORDING));

        assertThat(lines.getLength()).isEqualTo(4);
        assertThat(lines.item(0).getTextContent()).contains("1m", "shown 2 times as fast");
        assertThat(shown((Element) lines.item(1))).isEqualTo("stays: always");
        assertThat(shown((Element) lines.item(2))).isEqualTo("one <&>: visible at play.begin+0s for 5s");
        assertThat(shown((Element) lines.item(3))).isEqualTo("two: visible at play.begin+5s for 15s");
    }

    @Test
    void whereNothingMovesTheLastFrameIsSeen() throws Exception {
        NodeList lines = texts(RecordingSvg.of(new RunRecording(
                new Size(40, 4),
                Duration.ofSeconds(2),
                List.of(
                        new Frame(Duration.ZERO, List.of("before")),
                        new Frame(Duration.ofSeconds(2), List.of("after"))))));

        assertThat(((Element) lines.item(1)).getAttribute("visibility")).isEqualTo("hidden");
        assertThat(((Element) lines.item(2)).getAttribute("visibility")).isEmpty();
        assertThat(shown((Element) lines.item(2))).isEqualTo("after: hidden at play.begin+0s for 2s");
    }

    private static String shown(Element line) {
        NodeList sets = line.getElementsByTagName("set");
        if (sets.getLength() == 0) {
            return line.getTextContent() + ": always";
        }
        Element set = (Element) sets.item(0);
        return line.getTextContent() + ": " + set.getAttribute("to") + " at " + set.getAttribute("begin") + " for "
                + set.getAttribute("dur");
    }

    private static NodeList texts(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)))
                .getElementsByTagName("text");
    }
}
