package io.urania.inventory;

import io.urania.inventory.library.LookupPermissions;
import io.urania.inventory.source.Reading;
import io.urania.inventory.vault.Vault;
import java.nio.file.Path;
import java.util.List;

/**
 * What to read, and with what.
 *
 * @param sources files, folders of them, or lists of hosts with commas ({@code pi1,pi2}); later ones win at the same precedence
 * @param workingDirectory whose {@code group_vars} and {@code host_vars} are read too, as Ansible does
 * @param extraVariables as {@code -e} takes them: {@code name=value}, {@code @file}, or YAML and JSON in braces; they win over all
 * @param vault opens what is encrypted
 * @param lookups which of the lookups that reach beyond the inventory may be used
 * @param additions what playbooks add to it
 */
public record InventoryRequest(
        List<Path> sources,
        Path workingDirectory,
        List<String> extraVariables,
        Vault vault,
        LookupPermissions lookups,
        Additions additions) {

    public InventoryRequest {
        sources = List.copyOf(sources);
        workingDirectory = workingDirectory.toAbsolutePath().normalize();
        extraVariables = List.copyOf(extraVariables);
    }

    /** The sources, read in this process's working directory, with nothing else. */
    public static InventoryRequest of(List<Path> sources) {
        return new InventoryRequest(
                sources, Path.of(""), List.of(), Vault.closed(), LookupPermissions.NONE, Additions.NONE);
    }

    public InventoryRequest in(Path otherWorkingDirectory) {
        return new InventoryRequest(sources, otherWorkingDirectory, extraVariables, vault, lookups, additions);
    }

    public InventoryRequest with(Vault otherVault) {
        return new InventoryRequest(sources, workingDirectory, extraVariables, otherVault, lookups, additions);
    }

    public InventoryRequest with(LookupPermissions otherLookups) {
        return new InventoryRequest(sources, workingDirectory, extraVariables, vault, otherLookups, additions);
    }

    public InventoryRequest withExtraVariables(List<String> others) {
        return new InventoryRequest(sources, workingDirectory, others, vault, lookups, additions);
    }

    public InventoryRequest with(Additions otherAdditions) {
        return new InventoryRequest(sources, workingDirectory, extraVariables, vault, lookups, otherAdditions);
    }

    Reading reading() {
        return new Reading(sources, workingDirectory, extraVariables, vault, additions.groups());
    }
}
