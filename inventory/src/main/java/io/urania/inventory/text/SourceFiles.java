package io.urania.inventory.text;

import io.urania.inventory.file.RegularFile;
import io.urania.inventory.problem.Findings;
import io.urania.inventory.problem.Position;
import io.urania.inventory.problem.Problem;
import io.urania.inventory.vault.Vault;
import io.urania.inventory.vault.VaultException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Reads the files of an inventory; what is wrong with one goes to the findings. Not for several threads. */
public final class SourceFiles {
    /** Larger files are no inventory, and would take the memory the rest needs. */
    private static final int LARGEST_FILE = 32 * 1024 * 1024;

    private static final char REPLACEMENT = '\uFFFD';

    private final Vault vault;
    private final Findings findings;
    private final Set<Path> encrypted = new HashSet<>();

    public SourceFiles(Vault vault, Findings findings) {
        this.vault = vault;
        this.findings = findings;
    }

    /** The text of a file; empty if it cannot be read, which is then among the findings. */
    public Optional<SourceText> read(Path file) {
        try {
            if (!Files.exists(file)) {
                return refused(file, "there is no such file", "", "name a file or a folder");
            }
            if (!RegularFile.is(file)) {
                return refused(file, "not a regular file", "", "name a file or a folder");
            }
            if (Files.size(file) > LARGEST_FILE) {
                return tooLarge(file);
            }
            byte[] bytes = content(file);
            if (bytes.length > LARGEST_FILE) {
                return tooLarge(file);
            }
            return decoded(file, bytes);
        } catch (CharacterCodingException notUtf8) {
            return refused(file, "the file is not UTF-8 text", "", "save it as UTF-8, or remove it");
        } catch (VaultException closed) {
            return refused(file, "cannot open the file: " + closed.what(), closed.why(), closed.remedy());
        } catch (IOException unreadable) {
            return refused(
                    file, "cannot read the file", String.valueOf(unreadable.getMessage()), "check its permissions");
        }
    }

    /** The files read so far that were encrypted as a whole: nothing that stands in them may be shown. */
    public Set<Path> encrypted() {
        return Collections.unmodifiableSet(encrypted);
    }

    private Optional<SourceText> decoded(Path file, byte[] bytes) throws CharacterCodingException, VaultException {
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
            findings.add(Problem.error(
                    Position.of(file, text, nothing),
                    "a character that no text file should hold (U+0000)",
                    isVault ? "it stands in what the vault holds" : "the file is binary, or text of 16 or 32 bits",
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
