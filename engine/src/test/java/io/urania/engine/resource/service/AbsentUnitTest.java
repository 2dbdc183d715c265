package io.urania.engine.resource.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.engine.fact.Facts;
import io.urania.engine.note.FileNote;
import io.urania.engine.note.FileNoteProbe;
import io.urania.engine.plan.Action;
import io.urania.engine.resource.Decisions;
import io.urania.engine.resource.Sandbox;
import io.urania.engine.resource.file.FileFact;
import io.urania.engine.resource.file.FileProbe;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class AbsentUnitTest {

    private static final String FILE = "/etc/systemd/system/example.timer";
    private static final AbsentUnit EXAMPLE =
            new AbsentUnit("example.timer", FILE, List.of("/etc/systemd/system/example.service", "/opt/a b.sh"));

    @Test
    void aUnitThatUraniaWroteGoesAndItsOwnFileLast() {
        Facts facts = facts(new FileFact.Regular("644", "root", "0".repeat(64), 1), new FileNote.Ours(Set.of()));

        assertThat(Sandbox.difference(EXAMPLE, facts)).hasValueSatisfying(difference -> {
            assertThat(difference.action()).isEqualTo(Action.REMOVE);
            assertThat(difference.title()).isEqualTo("remove example.timer");
            assertThat(difference.operation().apply(_ -> Optional.empty()).script())
                    .isEqualTo("""
                    systemctl disable --quiet --now example.timer
                    rm -f /etc/systemd/system/example.service '/opt/a b.sh'
                    rm -f /etc/systemd/system/example.timer
                    systemctl daemon-reload
                    """);
        });
    }

    @Test
    void aUnitOfSomebodyElseStays() {
        assertThat(Sandbox.difference(
                        EXAMPLE, facts(new FileFact.Regular("644", "root", "0".repeat(64), 1), new FileNote.None())))
                .isEmpty();
    }

    @Test
    void nothingIsDoneWhereThereIsNone() {
        assertThat(Sandbox.difference(EXAMPLE, facts(new FileFact.Absent(), new FileNote.None())))
                .isEmpty();
    }

    private static Facts facts(FileFact file, FileNote note) {
        return Decisions.facts()
                .put(FileProbe.at(FILE), file)
                .put(FileNoteProbe.at(FILE), note)
                .build();
    }
}
