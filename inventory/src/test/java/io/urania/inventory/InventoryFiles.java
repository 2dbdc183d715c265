package io.urania.inventory;

import io.urania.inventory.problem.InventoryException;
import io.urania.inventory.problem.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Inventory files written by a test. The working directory of what is loaded is an empty folder. */
final class InventoryFiles {
    private final Path root;

    InventoryFiles(Path root) {
        this.root = root;
    }

    InventoryFiles write(String path, String... lines) {
        try {
            Path file = root.resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, String.join("\n", lines) + "\n");
            return this;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    Path path(String path) {
        return root.resolve(path);
    }

    Inventory load(String... sources) throws InventoryException {
        return Inventory.load(request(sources));
    }

    /** The sources, named relative to this folder, with a working directory in which there is nothing. */
    InventoryRequest request(String... sources) {
        return InventoryRequest.of(Stream.of(sources).map(root::resolve).toList())
                .in(root.resolve("elsewhere"));
    }

    /** What is wrong with the sources, each as {@code file:line:column: …} with the file relative to this folder. */
    List<String> problems(String... sources) {
        try {
            return texts(load(sources).warnings());
        } catch (InventoryException refused) {
            return texts(refused.problems());
        }
    }

    private List<String> texts(List<Problem> problems) {
        return problems.stream()
                .map(problem -> problem.toString().replace(root + "/", ""))
                .toList();
    }
}
