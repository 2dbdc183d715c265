package io.urania.cli.failure;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.cli.console.RecordedConsole;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FailuresTest {

    @TempDir
    private Path directory;

    static Stream<Throwable> interruptions() {
        ClosedByInterruptException closed = new ClosedByInterruptException();
        return Stream.of(new InterruptedException(), closed, new UncheckedIOException("no directory", closed));
    }

    @ParameterizedTest
    @MethodSource("interruptions")
    void whatAPersonHasEndedIsNoFailureToTellOf(Throwable interruption) {
        assertThat(told(interruption)).isEmpty();
    }

    @Test
    void aFileThatCannotBeUsedIsToldWithItsReason() {
        assertThat(told(new UncheckedIOException("no directory can be made", new IOException("the disk is full"))))
                .isEqualTo("urania: no directory can be made: the disk is full\n");
    }

    private String told(Throwable failure) {
        RecordedConsole recorded = RecordedConsole.onPipes();
        DefectLog log = new DefectLog(directory.resolve("defects.log"), Clock.systemUTC());
        new Failures(recorded.console(), log, false).report(List.of("check"), failure);
        return recorded.errors();
    }
}
