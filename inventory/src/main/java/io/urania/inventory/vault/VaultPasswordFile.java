package io.urania.inventory.vault;

import io.urania.inventory.file.RegularFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A file that holds a vault's password, or a program that prints it: what {@code --vault-password-file} and {@code --vault-id} name. As
 * Ansible does, it takes an executable file for a program, and tells one named {@code …-client} or {@code …-client.EXTENSION} which label
 * is wanted.
 */
public final class VaultPasswordFile {
    private static final int LONGEST_PASSWORD = 64 * 1024;

    private VaultPasswordFile() {}

    /**
     * Reads the password.
     *
     * @throws VaultException if there is no such file, the program fails, or there is no password in it
     */
    public static VaultPassword read(String label, Path file) throws VaultException {
        if (!Files.exists(file)) {
            throw new VaultException(
                    "no vault password file at " + file, "the file does not exist", "check the path given");
        }
        byte[] bytes = isProgram(file) ? printed(label, file) : content(file);
        String password = text(file, bytes).strip();
        if (password.isEmpty()) {
            throw new VaultException("no password in " + file, "it is empty", "write the password into its first line");
        }
        return new VaultPassword(label, password);
    }

    private static boolean isProgram(Path file) throws VaultException {
        try {
            return RegularFile.is(file) && Files.isExecutable(file);
        } catch (IOException unreadable) {
            throw new VaultException("cannot find the vault password file " + file, reason(unreadable), "");
        }
    }

    private static String reason(IOException unreadable) {
        return unreadable instanceof AccessDeniedException
                ? "permission denied"
                : String.valueOf(unreadable.getMessage());
    }

    private static byte[] content(Path file) throws VaultException {
        try {
            return RegularFile.read(file, LONGEST_PASSWORD);
        } catch (IOException unreadable) {
            throw new VaultException(
                    "cannot read the vault password file " + file,
                    reason(unreadable),
                    "pass a file, or a program that prints the password");
        }
    }

    private static byte[] printed(String label, Path program) throws VaultException {
        List<String> command = new ArrayList<>(List.of(program.toAbsolutePath().toString()));
        if (isClient(program)) {
            command.addAll(List.of("--vault-id", label));
        }
        try {
            Process process = new ProcessBuilder(command)
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            byte[] printed = process.getInputStream().readNBytes(LONGEST_PASSWORD);
            process.getInputStream().close();
            int code = process.waitFor();
            if (code != 0) {
                throw new VaultException(
                        "the vault password program " + program + " failed",
                        "it ended with exit code " + code,
                        "run it by hand, or remove its executable bit if it is a plain file");
            }
            return printed;
        } catch (IOException notStarted) {
            throw new VaultException(
                    "cannot run the vault password program " + program,
                    String.valueOf(notStarted.getMessage()),
                    "remove its executable bit if it is a plain file");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new VaultException("interrupted while " + program + " ran", "", "");
        }
    }

    private static boolean isClient(Path program) {
        String name = String.valueOf(program.getFileName());
        int dot = name.lastIndexOf('.');
        return (dot > 0 ? name.substring(0, dot) : name).endsWith("-client");
    }

    private static String text(Path file, byte[] bytes) throws VaultException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notText) {
            throw new VaultException(
                    "the vault password in " + file + " is not UTF-8 text",
                    "",
                    "use a password of printable characters");
        }
    }
}
