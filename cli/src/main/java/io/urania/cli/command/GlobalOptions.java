package io.urania.cli.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The options that every command takes, before or after its name. */
public final class GlobalOptions {

    private final List<Path> inventories = new ArrayList<>();
    private final List<String> extraVariables = new ArrayList<>();
    private final List<VaultPasswordOption> vaultPasswords = new ArrayList<>();
    private boolean askVaultPassword;
    private boolean allowPipeLookups;
    private boolean debug;
    private boolean noColour;

    @Option(
            names = {"-i", "--inventory"},
            paramLabel = "PATH",
            scope = ScopeType.INHERIT,
            description = {
                "A hosts file, an inventory's folder or a virtual rack's directory; several add up, later ones win.",
                "Without it: ./rack if it holds a virtual rack, else ./inventory."
            })
    void inventories(List<Path> paths) {
        inventories.addAll(paths);
    }

    @Option(
            names = {"-e", "--extra-vars"},
            paramLabel = "VARIABLES",
            scope = ScopeType.INHERIT,
            description = "Variables that win over the inventory's: name=value, @FILE, or YAML or JSON in braces.")
    void extraVariables(List<String> variables) {
        extraVariables.addAll(variables);
    }

    @Option(
            names = {"--vault-password-file", "--vault-pass-file"},
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            description = "A file with the password of Ansible Vault, or a program that prints it.")
    void vaultPasswordFiles(List<Path> files) {
        files.forEach(file -> vaultPasswords.add(VaultPasswordOption.unlabelled(file)));
    }

    @Option(
            names = "--vault-id",
            paramLabel = "LABEL@FILE",
            scope = ScopeType.INHERIT,
            description = "The same for one vault id; LABEL@prompt asks for it.")
    void vaultIds(List<String> identities) {
        identities.forEach(identity -> vaultPasswords.add(VaultPasswordOption.parse(identity)));
    }

    @Option(
            names = {"-J", "--ask-vault-password", "--ask-vault-pass"},
            scope = ScopeType.INHERIT,
            description = "Ask for the password of Ansible Vault.")
    void askVaultPassword(boolean wanted) {
        askVaultPassword = wanted;
    }

    @Option(
            names = "--allow-pipe-lookups",
            scope = ScopeType.INHERIT,
            description = "Let lookup('pipe', …) of the inventory run commands on this machine.")
    void allowPipeLookups(boolean wanted) {
        allowPipeLookups = wanted;
    }

    @Option(names = "--debug", scope = ScopeType.INHERIT, description = "Show the stack trace of a failure.")
    void debug(boolean wanted) {
        debug = wanted;
    }

    @Option(
            names = "--no-color",
            scope = ScopeType.INHERIT,
            description = "No colours; the variable NO_COLOR does the same.")
    void noColour(boolean wanted) {
        noColour = wanted;
    }

    List<Path> inventories() {
        return List.copyOf(inventories);
    }

    List<String> extraVariables() {
        return List.copyOf(extraVariables);
    }

    /** In the order given. */
    List<VaultPasswordOption> vaultPasswords() {
        return List.copyOf(vaultPasswords);
    }

    boolean askVaultPassword() {
        return askVaultPassword;
    }

    boolean allowPipeLookups() {
        return allowPipeLookups;
    }

    public boolean debug() {
        return debug;
    }

    public boolean noColour() {
        return noColour;
    }
}
