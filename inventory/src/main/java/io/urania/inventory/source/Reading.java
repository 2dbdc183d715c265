package io.urania.inventory.source;

import io.urania.inventory.vault.Vault;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What is read of an inventory, and with what.
 *
 * @param sources in their order
 * @param workingDirectory where Ansible would look for the playbook's {@code group_vars} and {@code host_vars}; absolute
 * @param extraVariables as {@code -e} takes them
 * @param vault opens files that are encrypted as a whole
 * @param addedGroups groups to make of the hosts of others
 */
public record Reading(
        List<Path> sources,
        Path workingDirectory,
        List<String> extraVariables,
        Vault vault,
        Map<String, List<String>> addedGroups) {}
