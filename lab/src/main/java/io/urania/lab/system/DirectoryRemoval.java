package io.urania.lab.system;

import io.urania.lab.report.RackException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;

/** Removes directories in which something may be mounted, without ever deleting through a mount. */
public final class DirectoryRemoval {
    private DirectoryRemoval() {}

    /** Unmounts whatever is mounted at the directory and below. */
    public static void unmount(Path directory) throws RackException, IOException, InterruptedException {
        for (MountTable.Mount mount :
                MountTable.read().atOrBelow(directory.toAbsolutePath().normalize())) {
            Commands.output(List.of("umount", "--", mount.target().toString()));
        }
    }

    /** Unmounts, makes sure that nothing is mounted any more, then deletes. A path that is not there is fine. */
    public static void remove(Path path) throws RackException, IOException, InterruptedException {
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        unmount(path);
        List<MountTable.Mount> left =
                MountTable.read().atOrBelow(path.toAbsolutePath().normalize());
        if (!left.isEmpty()) {
            throw new RackException(
                    path + " is not deleted",
                    "something is still mounted at " + left.getFirst().target(),
                    "unmount it and run the same command again");
        }
        Commands.output(List.of("rm", "-rf", "--one-file-system", "--", path.toString()));
    }
}
