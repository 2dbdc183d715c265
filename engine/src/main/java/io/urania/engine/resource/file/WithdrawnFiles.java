package io.urania.engine.resource.file;

import io.urania.engine.batch.Operation;
import io.urania.engine.fact.Question;
import io.urania.engine.note.NotedFilesProbe;
import io.urania.engine.note.PuttingBack;
import io.urania.engine.plan.Action;
import io.urania.engine.plan.Difference;
import io.urania.engine.plan.Planning;
import io.urania.engine.resource.Resource;
import io.urania.engine.shell.Shell;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Files that were wanted once: of those below a directory that Urania has written, only these are left, and what was there before the others
 * comes back.
 *
 * @param directory absolute
 * @param wanted absolute paths
 */
public record WithdrawnFiles(String directory, Set<String> wanted) implements Resource {

    public WithdrawnFiles {
        wanted = Set.copyOf(wanted);
    }

    @Override
    public String name() {
        return "no other files below " + directory;
    }

    @Override
    public List<Question<?>> questions() {
        return List.of(NotedFilesProbe.below(directory));
    }

    @Override
    public Optional<Difference> difference(Planning planning) {
        List<String> others = planning.facts().answer(NotedFilesProbe.below(directory)).stream()
                .filter(path -> !wanted.contains(path))
                .sorted()
                .toList();
        if (others.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Difference.of(
                Action.REMOVE,
                others.size() == 1
                        ? "remove " + others.getFirst()
                        : "remove " + others.size() + " files from " + directory + " that are not used any more",
                String.join(", ", others),
                "as before Urania",
                Operation.of(PuttingBack.only(others) + emptied(others))));
    }

    /** Directories in which nothing is left go with the last of their files. */
    private String emptied(List<String> paths) {
        return """
                for path in %s; do
                    folder=${path%%/*}
                    while [ "$folder" != %s ] && rmdir "$folder" 2>/dev/null; do
                        folder=${folder%%/*}
                    done
                done
                """.formatted(Shell.words(paths), Shell.quote(directory));
    }
}
