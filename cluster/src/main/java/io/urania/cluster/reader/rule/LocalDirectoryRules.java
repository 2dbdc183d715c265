package io.urania.cluster.reader.rule;

import io.urania.cluster.reader.source.Source;
import io.urania.cluster.spec.PathsSpec;
import io.urania.cluster.value.SystemDirectories;
import io.urania.cluster.variable.Variable;
import io.urania.cluster.variable.rows.PathVariables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * Where this machine keeps an inventory's secrets and what is handed out: nothing but these is there, nobody else can change it, and no
 * program of this machine reads it.
 */
public record LocalDirectoryRules(Source source) {

    private static final List<String> OF_THE_INVENTORY = List.of("group_vars", "host_vars");

    public void check(PathsSpec paths) {
        boolean right = check(PathVariables.CREDENTIALS, paths.credentials());
        right &= check(PathVariables.ARTIFACTS, paths.artifacts());
        Path credentials = plain(paths.credentials());
        Path artifacts = plain(paths.artifacts());
        if (right && (credentials.startsWith(artifacts) || artifacts.startsWith(credentials))) {
            source.error(
                    source.positionOfEither(PathVariables.ARTIFACTS, PathVariables.CREDENTIALS),
                    "artifacts_dir " + artifacts + " and credentials_dir " + credentials
                            + (artifacts.equals(credentials) ? " are the same directory" : " overlap"),
                    "artifacts would be mixed with the cluster's secrets",
                    "use a separate directory for each, or remove both lines");
        }
    }

    private boolean check(Variable<String> variable, Path path) {
        Optional<String> wrong = wrong(path);
        wrong.ifPresent(why -> source.error(
                source.position(variable),
                variable.name() + " is " + plain(path),
                why,
                "use a separate directory, such as {{ inventory_dir }}/"
                        + (variable.equals(PathVariables.CREDENTIALS) ? "credentials" : "artifacts")
                        + ", or remove what is there"));
        return wrong.isEmpty();
    }

    private Optional<String> wrong(Path given) {
        Path inventory = plain(source.inventory().directory());
        Path path = plain(given);
        if (inventory.startsWith(path)) {
            return Optional.of("the inventory itself is in it");
        }
        Path inside = path.startsWith(inventory) ? inventory.relativize(path) : path;
        if (isHidden(inside) || (path.startsWith(inventory) && isOfTheInventory(inside))) {
            return Optional.of("it is for files of a program or of the inventory, which would be read as theirs");
        }
        for (Path one : List.of(path, path.resolve("etcd"))) {
            if (Files.isSymbolicLink(one)) {
                return Optional.of(one + " is a symbolic link, and symbolic links are not followed there");
            }
        }
        try {
            Path real = real(path);
            Path realInventory = real(inventory);
            boolean below = real.startsWith(realInventory);
            if (path.startsWith(inventory) && !below) {
                return Optional.of("a symbolic link points outside the inventory, to " + real);
            }
            Path realInside = below ? realInventory.relativize(real) : real;
            if (isHidden(realInside)
                    || (below && isOfTheInventory(realInside))
                    || SystemDirectories.holdFilesOfPrograms(real.toString())) {
                return Optional.of("a symbolic link points to " + real + ", which contains files of other programs");
            }
            return ofAnother(path);
        } catch (IOException e) {
            return Optional.of("cannot determine its owner: " + e.getMessage());
        }
    }

    private static Optional<String> ofAnother(Path path) throws IOException {
        if (!Files.exists(path)) {
            return Optional.empty();
        }
        if (!Files.isDirectory(path)) {
            return Optional.of("it is not a directory");
        }
        String owner = Files.getOwner(path, LinkOption.NOFOLLOW_LINKS).getName();
        String user = System.getProperty("user.name");
        return owner.equals(user)
                ? Optional.empty()
                : Optional.of("it is owned by " + owner + ", who could change its contents; run as " + owner
                        + ", or, if it is yours: chown -R " + user + " " + path);
    }

    private static boolean isHidden(Path path) {
        return StreamSupport.stream(path.spliterator(), false)
                .anyMatch(name -> name.toString().startsWith("."));
    }

    private static boolean isOfTheInventory(Path inside) {
        return StreamSupport.stream(inside.spliterator(), false)
                .anyMatch(name -> OF_THE_INVENTORY.contains(name.toString()));
    }

    /** Where it is once all links are followed, whether it is there or not. */
    private static Path real(Path path) throws IOException {
        Path parent = path.getParent();
        if (Files.exists(path) || parent == null) {
            return path.toRealPath();
        }
        return real(parent).resolve(path.getFileName());
    }

    private static Path plain(Path path) {
        return path.toAbsolutePath().normalize();
    }
}
