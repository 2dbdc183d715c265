package io.urania.cli.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ScopeType;

/**
 * The options that every command takes, before or after its name. They are made without annotations, which cost a start more time than
 * the options themselves.
 */
public final class GlobalOptions {

    private final OptionSpec inventories = several("PATH", Path.class, "-i", "--inventory")
            .description(
                    "A hosts file, an inventory directory or a virtual rack's directory. May be repeated; later ones win.",
                    "Default: ./rack if it contains a virtual rack, otherwise ./inventory.")
            .build();

    private final OptionSpec extraVariables = several("VARIABLES", String.class, "-e", "--extra-vars")
            .description("Variables that override the inventory's: name=value, @FILE, or YAML or JSON in braces.")
            .build();

    private final OptionSpec vaultPasswordFiles = several(
                    "FILE", Path.class, "--vault-password-file", "--vault-pass-file")
            .description("A file with the password of Ansible Vault, or a program that prints it.")
            .build();

    private final OptionSpec vaultIds = several("LABEL@FILE", String.class, "--vault-id")
            .description("The same for one vault id; LABEL@prompt asks for it.")
            .build();

    private final OptionSpec askVaultPassword = flag("-J", "--ask-vault-password", "--ask-vault-pass")
            .description("Ask for the password of Ansible Vault.")
            .build();

    private final OptionSpec allowPipeLookups = flag("--allow-pipe-lookups")
            .description(
                    "Let the inventory run commands on this machine: lookup('pipe', …), ProxyCommand and the like.")
            .build();

    private final OptionSpec debug =
            flag("--debug").description("Show the stack trace of a failure.").build();

    private final OptionSpec noColour = flag("--no-color")
            .description("Disable colours, as the environment variable NO_COLOR does.")
            .build();

    /** The options as the command line takes them. */
    public List<OptionSpec> specs() {
        return List.of(
                inventories,
                extraVariables,
                vaultPasswordFiles,
                vaultIds,
                askVaultPassword,
                allowPipeLookups,
                debug,
                noColour);
    }

    public List<Path> inventories() {
        return given(inventories);
    }

    List<String> extraVariables() {
        return given(extraVariables);
    }

    /** Those of {@code --vault-password-file}, then those of {@code --vault-id}, each in the order given. */
    List<VaultPasswordOption> vaultPasswords() {
        return Stream.concat(
                        this.<Path>given(vaultPasswordFiles).stream().map(VaultPasswordOption::unlabelled),
                        this.<String>given(vaultIds).stream().map(VaultPasswordOption::parse))
                .toList();
    }

    boolean askVaultPassword() {
        return isGiven(askVaultPassword);
    }

    boolean allowPipeLookups() {
        return isGiven(allowPipeLookups);
    }

    public boolean debug() {
        return isGiven(debug);
    }

    public boolean noColour() {
        return isGiven(noColour);
    }

    /**
     * Options that a command for the same inventory needs too. Variables that stand in words are left out: they may be secret, and what is
     * printed gets into logs.
     */
    List<String> repeated() {
        List<String> words = new ArrayList<>();
        inventories().forEach(path -> words.addAll(List.of("-i", path.toString())));
        extraVariables().stream()
                .filter(GlobalOptions::isFile)
                .forEach(variables -> words.addAll(List.of("-e", variables)));
        this.<Path>given(vaultPasswordFiles)
                .forEach(file -> words.addAll(List.of("--vault-password-file", file.toString())));
        this.<String>given(vaultIds).forEach(identity -> words.addAll(List.of("--vault-id", identity)));
        if (askVaultPassword()) {
            words.add("-J");
        }
        if (allowPipeLookups()) {
            words.add("--allow-pipe-lookups");
        }
        return words;
    }

    /** Whether there are variables that {@link #repeated} leaves out. */
    boolean hasVariablesInWords() {
        return !extraVariables().stream().allMatch(GlobalOptions::isFile);
    }

    private static boolean isFile(String variables) {
        return variables.startsWith("@");
    }

    private <T> List<T> given(OptionSpec option) {
        @Nullable List<T> values = option.getValue();
        return values == null ? List.of() : List.copyOf(values);
    }

    private static boolean isGiven(OptionSpec option) {
        @Nullable Object value = option.getValue();
        return Objects.equals(value, true);
    }

    private static OptionSpec.Builder several(String label, Class<?> type, String... names) {
        return OptionSpec.builder(names)
                .paramLabel(label)
                .type(List.class)
                .auxiliaryTypes(type)
                .scopeType(ScopeType.INHERIT);
    }

    private static OptionSpec.Builder flag(String... names) {
        return OptionSpec.builder(names).type(boolean.class).scopeType(ScopeType.INHERIT);
    }
}
