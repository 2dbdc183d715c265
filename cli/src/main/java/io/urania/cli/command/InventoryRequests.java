package io.urania.cli.command;

import io.urania.cli.console.Console;
import io.urania.cli.console.TerminalEcho;
import io.urania.cli.operation.InventorySources;
import io.urania.control.failure.ExitCode;
import io.urania.control.failure.Refusal;
import io.urania.inventory.InventoryRequest;
import io.urania.inventory.library.LookupPermissions;
import io.urania.inventory.vault.Vault;
import io.urania.inventory.vault.VaultException;
import io.urania.inventory.vault.VaultPassword;
import io.urania.inventory.vault.VaultPasswordFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Says which inventory is to be read and with what, as the options have it.
 *
 * @param workingDirectory what relative paths start from
 */
public record InventoryRequests(
        GlobalOptions options, InventorySources sources, Console console, Path workingDirectory) {

    /** The request; asks for passwords where that is wanted. */
    public InventoryRequest request() throws Refusal, IOException {
        return with(InventoryRequest.of(sources.resolve(options.inventories())));
    }

    /** The same for sources of another origin. */
    public InventoryRequest request(List<Path> inventories) throws Refusal, IOException {
        return with(InventoryRequest.of(inventories));
    }

    private InventoryRequest with(InventoryRequest request) throws Refusal, IOException {
        return request.in(workingDirectory)
                .withExtraVariables(options.extraVariables())
                .with(vault())
                .with(new LookupPermissions(options.allowPipeLookups()));
    }

    private Vault vault() throws Refusal, IOException {
        List<VaultPassword> passwords = new ArrayList<>();
        for (VaultPasswordOption option : options.vaultPasswords()) {
            passwords.add(
                    option.file().isPresent()
                            ? read(option.label(), option.file().get())
                            : asked(option.label()));
        }
        if (options.askVaultPassword()) {
            passwords.add(asked(VaultPassword.UNLABELLED));
        }
        return new Vault(passwords);
    }

    private VaultPassword read(String label, Path file) throws Refusal {
        try {
            return VaultPasswordFile.read(label, workingDirectory.resolve(file));
        } catch (VaultException unusable) {
            throw new Refusal(
                    ExitCode.USAGE, String.join("; ", List.of(unusable.what(), unusable.why(), unusable.remedy())));
        }
    }

    private VaultPassword asked(String label) throws Refusal, IOException {
        if (!console.canAsk()) {
            throw new Refusal(
                    ExitCode.USAGE,
                    "there is no terminal to ask for the vault password; specify a file with --vault-password-file");
        }
        boolean labelled = !label.equals(VaultPassword.UNLABELLED);
        String question = labelled ? "Vault password of " + label + ": " : "Vault password: ";
        return new VaultPassword(label, console.secret(question, new TerminalEcho()));
    }
}
