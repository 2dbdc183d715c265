package io.urania.engine.resource;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.engine.batch.BatchRunner;
import io.urania.engine.batch.ShellKind;
import io.urania.engine.fact.FactReader;
import io.urania.engine.fact.Facts;
import io.urania.engine.fact.Question;
import io.urania.engine.transport.LocalTransport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The machine that runs the tests, asked with its own /proc and /sys, by a shell of choice; never changed. */
public final class OwnHost implements AutoCloseable {
    private final Path programs;
    private final FactReader reader;

    public OwnHost(ShellKind shell) throws IOException {
        this.programs = Files.createTempDirectory(Path.of("/tmp"), "o");
        this.reader = new FactReader(new BatchRunner(shell.transport(programs)));
    }

    /** The answers, of which none is missing. */
    public Facts facts(List<? extends Question<?>> questions) throws Exception {
        Facts facts = reader.read(LocalTransport.target("here"), questions);
        assertThat(facts.unanswered()).isEmpty();
        return facts;
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> files = Files.walk(programs)) {
            for (Path file : files.toList().reversed()) {
                Files.delete(file);
            }
        }
    }
}
