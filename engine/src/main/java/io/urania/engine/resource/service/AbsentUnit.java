package io.urania.engine.resource.service;

import io.urania.engine.batch.Operation;
import io.urania.engine.fact.Question;
import io.urania.engine.note.FileNote;
import io.urania.engine.note.FileNoteProbe;
import io.urania.engine.note.Whose;
import io.urania.engine.plan.Action;
import io.urania.engine.plan.Difference;
import io.urania.engine.plan.Planning;
import io.urania.engine.resource.Resource;
import io.urania.engine.resource.file.FileFact;
import io.urania.engine.resource.file.FileProbe;
import io.urania.engine.shell.Shell;
import java.util.List;
import java.util.Optional;

/**
 * A systemd unit of Urania's that is not there any more, because nobody asks for it; one of the same name that Urania has not written is
 * left alone.
 *
 * @param unit full name, such as {@code example.timer}
 * @param file the unit's own file; it goes last, so that a removal that was cut off is seen
 * @param others files that go with it, and that nothing else uses
 */
public record AbsentUnit(String unit, String file, List<String> others) implements Resource {

    public AbsentUnit {
        others = List.copyOf(others);
    }

    @Override
    public String name() {
        return "no service " + unit;
    }

    @Override
    public List<Question<?>> questions() {
        return List.of(FileProbe.at(file), FileNoteProbe.at(file));
    }

    @Override
    public Optional<Difference> difference(Planning planning) {
        FileNote note = planning.facts().answer(FileNoteProbe.at(file));
        return switch (planning.facts().answer(FileProbe.at(file))) {
            case FileFact.Absent _, FileFact.Folder _, FileFact.Other _ -> Optional.empty();
            case FileFact.Regular found ->
                note.whose(found.sha256()) == Whose.OTHERS ? Optional.empty() : Optional.of(removal());
        };
    }

    private Difference removal() {
        return Difference.of(Action.REMOVE, "remove " + unit, "there", "absent", Operation.of("""
                        systemctl disable --quiet --now %1$s
                        rm -f %2$s
                        rm -f %3$s
                        systemctl daemon-reload
                        """.formatted(
                        Shell.quote(unit), Shell.words(others), Shell.quote(file))));
    }
}
