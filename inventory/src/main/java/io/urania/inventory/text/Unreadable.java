package io.urania.inventory.text;

import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.FileSystemException;
import org.jspecify.annotations.Nullable;

/** Says why a file or folder cannot be read. */
final class Unreadable {
    private Unreadable() {}

    static String why(@Nullable Throwable failure) {
        return switch (failure) {
            case DirectoryIteratorException inner -> why(inner.getCause());
            case AccessDeniedException _ -> "permission denied";
            case FileSystemException inner when inner.getReason() != null -> inner.getReason();
            case null -> "unknown reason";
            default -> String.valueOf(failure.getMessage());
        };
    }
}
