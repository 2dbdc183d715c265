package io.urania.engine.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.urania.engine.transport.LocalTransport;
import io.urania.engine.transport.TransportException;
import io.urania.engine.transport.TransportException.Cause;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A host that prints other marks than the batch that was sent to it: its results must not be taken for those of other steps. */
@Timeout(120)
final class UnreadableBatchTest {

    private static final List<Step> STEPS =
            List.of(new Step("one", Operation.of("echo 1")), new Step("two", Operation.of("echo 2")));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "begin 1",
                "begin 0;begin 0",
                "begin 0;begin 1",
                "begin 0;end 1 0",
                "end 0 0",
                "begin 0;end 0 0;end 0 0",
                "begin 0;end 0 0;begin 0",
                "begin 0;end 0",
                "begin 0;end 0 none",
                "begin 0;end 0 99999999999",
                "begin -1",
                "begin 99",
                "begin",
                "",
                "something else",
                "begin 0;end 0 0;begin 1;end 1 0;begin 2",
                "begin 0;end 0 0;begin 1;end 1 0;end 1 0"
            })
    void marksThatAreNotInOrderAreNoAnswer(String marks) {
        MarkedHost host = (marker, lines) -> {
            for (String mark : marks.split(";", -1)) {
                lines.accept("what a step says");
                lines.accept(marker + " " + mark);
            }
        };

        for (Mode mode : Mode.values()) {
            assertThatThrownBy(() ->
                            new BatchRunner(host).run(LocalTransport.target("clio"), STEPS, mode, BatchListener.NONE))
                    .isInstanceOfSatisfying(
                            TransportException.class,
                            failure -> assertThat(failure.kind()).isEqualTo(Cause.ANSWER))
                    .hasMessageStartingWith("clio (localhost:22): sent output that cannot be parsed: the markers ");
        }
    }

    @Test
    void aStepMaySayMuchAndNotWithoutEnd() throws Exception {
        String line = "x".repeat(1023);
        MarkedHost loud = (marker, lines) -> {
            for (int step = 0; step < 2; step++) {
                lines.accept(marker + " begin " + step);
                for (int kibibyte = 0; kibibyte < 15 * 1024; kibibyte++) {
                    lines.accept(line);
                }
                lines.accept(marker + " end " + step + " 0");
            }
            lines.accept(marker + " over");
        };
        MarkedHost endless = (marker, lines) -> {
            lines.accept(marker + " begin 0");
            while (true) {
                lines.accept("");
            }
        };

        assertThat(new BatchRunner(loud).run(LocalTransport.target("clio"), STEPS, Mode.KEEP_GOING, BatchListener.NONE))
                .hasSize(2);
        assertThatThrownBy(() -> new BatchRunner(endless)
                        .run(LocalTransport.target("clio"), STEPS, Mode.KEEP_GOING, BatchListener.NONE))
                .isInstanceOf(TransportException.class)
                .hasMessageStartingWith(
                        "clio (localhost:22): sent output that cannot be parsed: it is longer than 16 MiB; ");
    }
}
