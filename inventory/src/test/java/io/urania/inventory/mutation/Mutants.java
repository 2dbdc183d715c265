package io.urania.inventory.mutation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Copies of an inventory's folder, each with damage in one of its files. The same number gives the same copy. */
public final class Mutants {
    private final Map<Path, byte[]> original = new TreeMap<>();
    private final List<Path> names;
    private final Path copy;

    /** Mutants of the files below {@code folder}, one after the other in {@code copy}, which must not exist. */
    public Mutants(Path folder, Path copy) {
        this.copy = copy;
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                original.put(folder.relativize(file), Files.readAllBytes(file));
            }
            for (Map.Entry<Path, byte[]> file : original.entrySet()) {
                Path target = copy.resolve(file.getKey());
                Files.createDirectories(target.getParent());
                Files.write(target, file.getValue());
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        names = new ArrayList<>(original.keySet());
    }

    /** The path of a file in the copy. */
    public Path path(String file) {
        return copy.resolve(file);
    }

    /** Undoes the last damage and does the next; the damaged file's content. */
    public byte[] make(long seed) {
        Random random = new Random(seed);
        try {
            for (Map.Entry<Path, byte[]> file : original.entrySet()) {
                Files.write(copy.resolve(file.getKey()), file.getValue());
            }
            Path damaged = names.get(random.nextInt(names.size()));
            byte[] content = new Damage(random).to(original.getOrDefault(damaged, new byte[0]));
            Files.write(copy.resolve(damaged), content);
            return content;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
