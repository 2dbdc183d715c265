package io.urania.inventory.text;

import io.urania.inventory.file.RegularFile;
import io.urania.inventory.problem.Findings;
import io.urania.inventory.problem.Position;
import io.urania.inventory.problem.Problem;
import io.urania.inventory.problem.Severity;
import io.urania.inventory.python.Comparison;
import io.urania.inventory.vault.Vault;
import io.urania.inventory.vault.VaultException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Reads the files of an inventory; what is wrong with one goes to the findings. Not for several threads. */
public final class SourceFiles {
    /** Larger files are no inventory, and would take the memory the rest needs. */
    private static final int LARGEST_FILE = 32 * 1024 * 1024;

    private static final Path OPEN_FILES = Path.of("/dev/fd");

    private static final char REPLACEMENT = '\uFFFD';

    private final Vault vault;
    private final Findings findings;
    private final FileBudget most;
    private final Set<Path> encrypted = new HashSet<>();
    private int files;
    private long bytes;

    public SourceFiles(Vault vault, Findings findings) {
        this(vault, findings, FileBudget.STANDARD);
    }

    SourceFiles(Vault vault, Findings findings, FileBudget most) {
        this.vault = vault;
        this.findings = findings;
        this.most = most;
    }

    /** The names in a folder in code point order; none if it cannot be read, which is then among the findings. */
    public SortedSet<String> list(Path folder) {
        SortedSet<String> names = new TreeSet<>(Comparison::byCodePoint);
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                if (!take(1, 0, folder)) {
                    return Collections.emptySortedSet();
                }
                names.add(String.valueOf(entry.getFileName()));
            }
            return names;
        } catch (DirectoryIteratorException | IOException unreadable) {
            findings.add(Problem.error(
                    Position.startOf(folder),
                    "cannot read the directory",
                    Unreadable.why(unreadable),
                    "check its permissions, or remove the link to it"));
            return Collections.emptySortedSet();
        }
    }

    /** Counts; after too much, which is told once, there is nothing more. */
    private boolean take(int moreFiles, long moreBytes, Path at) {
        boolean before = isTooMuch();
        files += moreFiles;
        bytes += moreBytes;
        if (!before && isTooMuch()) {
            // Most of what was found until now is about files that belong to no inventory.
            findings.replaceBy(Problem.error(
                    Position.startOf(at),
                    "the inventory is larger than %d files or %d MiB".formatted(most.files(), most.bytes() >> 20),
                    "it was read up to here, " + real(at) + "; a symbolic link may lead out of it",
                    "remove the link, or what does not belong to the inventory"));
        }
        return !isTooMuch();
    }

    private boolean isTooMuch() {
        return files > most.files() || bytes > most.bytes();
    }

    private static Path real(Path file) {
        try {
            return file.toRealPath();
        } catch (IOException _) {
            return file;
        }
    }

    /** The text of a file; empty if it cannot be read, which is then among the findings. */
    public Optional<SourceText> read(Path file) {
        return read(file, Severity.ERROR);
    }

    /**
     * The same.
     *
     * @param notText how bad it is if the file is no text
     */
    public Optional<SourceText> read(Path file, Severity notText) {
        try {
            if (isTooMuch()) {
                return Optional.empty();
            }
            if (!Files.exists(file)) {
                return refused(file, "no such file or directory", "", "pass a file or a directory");
            }
            if (!RegularFile.is(file)) {
                return refused(file, "not a regular file", "", "pass a file or a directory");
            }
            return text(file, notText);
        } catch (IOException unreadable) {
            return unreadable(file, unreadable);
        }
    }

    /** The text of a file that stands on the command line: also of a pipe that a shell made of {@code <(command)}, and is open. */
    public Optional<SourceText> readNamed(Path file) {
        if (Files.isDirectory(file)) {
            return refused(file, "a directory, where a file of variables is expected", "", "write -e @FILE");
        }
        return file.startsWith(OPEN_FILES) ? text(file, Severity.ERROR) : read(file);
    }

    private Optional<SourceText> text(Path file, Severity notText) {
        try {
            if (Files.size(file) > LARGEST_FILE) {
                return tooLarge(file);
            }
            byte[] read = content(file);
            if (read.length > LARGEST_FILE) {
                return tooLarge(file);
            }
            return take(0, read.length, file) ? decoded(file, read, notText) : Optional.empty();
        } catch (CharacterCodingException notUtf8) {
            findings.add(new Problem(
                    notText,
                    Position.startOf(file),
                    "the file is not UTF-8 text",
                    "",
                    "save it as UTF-8, or remove it"));
            return Optional.empty();
        } catch (VaultException closed) {
            return refused(file, "cannot open the file: " + closed.what(), closed.why(), closed.remedy());
        } catch (IOException unreadable) {
            return unreadable(file, unreadable);
        }
    }

    private Optional<SourceText> unreadable(Path file, IOException why) {
        return refused(file, "cannot read the file", Unreadable.why(why), "check its permissions");
    }

    /** The files read so far that were encrypted as a whole: nothing that stands in them may be shown. */
    public Set<Path> encrypted() {
        return Collections.unmodifiableSet(encrypted);
    }

    private Optional<SourceText> decoded(Path file, byte[] bytes, Severity notText)
            throws CharacterCodingException, VaultException {
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (text.indexOf(REPLACEMENT) >= 0) {
            // It stands in the file, or for what is no UTF-8: then this fails.
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
        }
        boolean isVault = Vault.isEncrypted(text);
        if (isVault) {
            encrypted.add(file);
            text = vault.open(text);
        }
        int nothing = text.indexOf('\0');
        if (nothing >= 0) {
            findings.add(new Problem(
                    notText,
                    Position.of(file, text, nothing),
                    "a character that is not allowed in text files (U+0000)",
                    isVault ? "it is in the decrypted content" : "the file is binary, or text of 16 or 32 bits",
                    "save it as UTF-8, or remove it"));
            return Optional.empty();
        }
        boolean marked = text.startsWith("\uFEFF");
        return Optional.of(new SourceText(file, marked ? text.substring(1) : text, marked, isVault));
    }

    private Optional<SourceText> tooLarge(Path file) {
        return refused(file, "larger than 32 MiB", "no inventory is that large", "remove the file");
    }

    /** One byte more than is allowed at the most: a file may grow while it is read. */
    private static byte[] content(Path file) throws IOException {
        try (InputStream stream = Files.newInputStream(file)) {
            return stream.readNBytes(LARGEST_FILE + 1);
        }
    }

    private Optional<SourceText> refused(Path file, String what, String why, String remedy) {
        findings.add(Problem.error(Position.startOf(file), what, why, remedy));
        return Optional.empty();
    }
}
