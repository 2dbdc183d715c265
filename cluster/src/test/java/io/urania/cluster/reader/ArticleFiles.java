package io.urania.cluster.reader;

import io.urania.cluster.RepositoryRoot;
import io.urania.inventory.Inventory;
import io.urania.inventory.problem.InventoryException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** A copy of the article's inventory, with a rack's own beside it: reading it may write a credential into its directory. */
public final class ArticleFiles {
    private static final Path EXAMPLE = RepositoryRoot.resolve("examples/article");

    private final Path directory;
    private final Path article;

    public ArticleFiles(Path directory) throws IOException {
        this.directory = directory;
        this.article = directory.resolve("article");
        try (Stream<Path> files = Files.walk(EXAMPLE)) {
            files.filter(Files::isRegularFile).forEach(this::copy);
        }
    }

    Inventory inventory() throws InventoryException {
        return ClusterInventory.load(List.of(hosts()));
    }

    /** The article's with the rack's additions, and group_vars that win over the article's. */
    public Inventory withRack(String variablesOfTheCluster) throws InventoryException, IOException {
        Path rack = directory.resolve("rack");
        Path variables = rack.resolve("group_vars/k8s-cluster.yaml");
        Files.createDirectories(variables.getParent());
        Files.writeString(variables, variablesOfTheCluster);
        try (InputStream stream = Objects.requireNonNull(ArticleFiles.class.getResourceAsStream("rack.yaml"))) {
            Files.copy(stream, rack.resolve("hosts.yaml"));
        }
        return ClusterInventory.load(List.of(hosts(), rack.resolve("hosts.yaml")));
    }

    /** Replaces text in one of the article's files. */
    void edit(String file, String text, String replacement) throws IOException {
        Path path = article.resolve(file);
        String before = Files.readString(path);
        if (!before.contains(text)) {
            throw new IllegalArgumentException(file + " does not contain " + text);
        }
        Files.writeString(path, before.replace(text, replacement));
    }

    private Path hosts() {
        return article.resolve("hosts.yaml");
    }

    private void copy(Path file) {
        try {
            Path target = article.resolve(EXAMPLE.relativize(file));
            Files.createDirectories(target.getParent());
            Files.copy(file, target);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
