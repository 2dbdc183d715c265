package io.urania.artifacts.files;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.jspecify.annotations.Nullable;

/** Why a file cannot be used, in words for people: Java's messages often are the file's name alone. */
public final class Unreadable {
    private Unreadable() {}

    public static String why(IOException failure) {
        return switch (failure) {
            case NoSuchFileException _ -> "there is no such file";
            case AccessDeniedException _ -> "permission denied";
            case FileSystemException file -> orUnknown(file.getReason());
            default -> orUnknown(failure.getMessage());
        };
    }

    private static String orUnknown(@Nullable String reason) {
        return reason == null ? "for an unknown reason" : reason;
    }
}
