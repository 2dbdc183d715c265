package io.urania.engine.resource.file;

import io.urania.engine.batch.Operation;
import io.urania.engine.fact.Question;
import io.urania.engine.plan.Action;
import io.urania.engine.plan.Difference;
import io.urania.engine.plan.Planning;
import io.urania.engine.resource.Resource;
import io.urania.engine.shell.Shell;
import java.util.List;
import java.util.Optional;

/**
 * A file that is not there.
 *
 * @param path absolute; a directory there is left alone
 */
public record AbsentFile(String path) implements Resource {

    @Override
    public String name() {
        return "no file " + path;
    }

    @Override
    public List<Question<?>> questions() {
        return List.of(FileProbe.at(path));
    }

    @Override
    public Optional<Difference> difference(Planning planning) {
        return switch (planning.facts().answer(FileProbe.at(path))) {
            case FileFact.Absent _, FileFact.Folder _ -> Optional.empty();
            case FileFact.Regular _, FileFact.Other _ ->
                Optional.of(Difference.of(
                        Action.REMOVE,
                        "remove " + path,
                        "there",
                        "absent",
                        Operation.of("rm -f " + Shell.quote(path))));
        };
    }
}
