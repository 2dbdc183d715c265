package io.urania.control.loginkey;

import io.urania.control.failure.ExitCode;
import io.urania.control.failure.Refusal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes keys with the ssh-keygen of this machine, where there are none.
 *
 * @param program {@code ssh-keygen}
 */
public record LoginKeys(String program) {

    /** Those of this machine's OpenSSH. */
    public static LoginKeys ofOpenSsh() {
        return new LoginKeys("ssh-keygen");
    }

    /**
     * The key in a file, made without a passphrase if there is none.
     *
     * @throws Refusal if there is no ssh-keygen, or it cannot read or write the file
     */
    public LoginKey ensure(Path file, KeyKind kind) throws Refusal, IOException, InterruptedException {
        boolean isNew = !Files.exists(file);
        if (isNew) {
            Files.createDirectories(file.toAbsolutePath().getParent());
            List<String> making = new ArrayList<>(List.of("-q", "-t", kind.word(), "-N", "", "-f", file.toString()));
            making.addAll(kind.options());
            run(making);
        }
        Path open = file.resolveSibling(file.getFileName() + ".pub");
        String line = Files.exists(open)
                ? Files.readString(open).strip()
                : run(List.of("-y", "-P", "", "-f", file.toString()));
        if (!line.matches("[a-z0-9@.-]+ [A-Za-z0-9+/=]+(?: .*)?")) {
            throw new Refusal(
                    ExitCode.USAGE, open + " has no public key of one line; remove it, and it is made from " + file);
        }
        return new LoginKey(file, line, run(List.of("-l", "-f", (Files.exists(open) ? open : file).toString())), isNew);
    }

    private String run(List<String> options) throws Refusal, IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(program));
        command.addAll(options);
        Process process;
        try {
            process = new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException missing) {
            throw new Refusal(
                    ExitCode.USAGE,
                    program + " cannot be started (" + missing.getMessage() + "); install OpenSSH's client");
        }
        // It asks for a passphrase where it needs one: nobody is there.
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (process.waitFor() != 0) {
            throw new Refusal(ExitCode.USAGE, program + ": " + said.replace("\n", "; "));
        }
        return said;
    }
}
