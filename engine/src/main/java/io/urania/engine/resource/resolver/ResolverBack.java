package io.urania.engine.resource.resolver;

import io.urania.engine.resource.file.BlockRemoval;
import io.urania.engine.shell.Shell;
import io.urania.engine.text.ResourceText;
import java.util.List;
import java.util.stream.Stream;

/** POSIX sh that lets a host find names as it did before a {@link HostResolver}. */
public final class ResolverBack {

    private ResolverBack() {}

    /** It works where nothing was changed, and again after it was cut off. */
    public static String script() {
        return ResourceText.beside(ResolverBack.class, "taking-back.sh")
                .replace("@shared@", Shell.words(ResolverFile.paths(false)))
                .replace("@own@", Shell.words(ResolverFile.paths(true)))
                .replace("@unfinished@", HostResolver.UNFINISHED)
                .replace("@removal@\n", BlockRemoval.body());
    }

    /** The files that a {@link HostResolver} may write. */
    public static List<String> files() {
        return Stream.of(ResolverFile.values()).map(ResolverFile::path).toList();
    }
}
