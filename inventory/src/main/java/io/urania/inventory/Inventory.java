package io.urania.inventory;

import io.urania.inventory.evaluation.Renderer;
import io.urania.inventory.evaluation.Secrets;
import io.urania.inventory.library.Library;
import io.urania.inventory.library.filter.Filters;
import io.urania.inventory.library.lookup.Lookups;
import io.urania.inventory.library.lookup.NewPasswords;
import io.urania.inventory.library.lookup.OutsideRead;
import io.urania.inventory.library.lookup.OutsideReads;
import io.urania.inventory.library.test.Tests;
import io.urania.inventory.listing.InventoryListing;
import io.urania.inventory.problem.InventoryException;
import io.urania.inventory.problem.Position;
import io.urania.inventory.problem.Problem;
import io.urania.inventory.source.Group;
import io.urania.inventory.source.Host;
import io.urania.inventory.source.LoadedInventory;
import io.urania.inventory.value.MapValue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Hosts, groups and variables of one or several inventory sources, as Ansible sees them. Does not change, and may be used by several
 * threads.
 */
public final class Inventory {
    private final LoadedInventory loaded;
    private final Path directory;
    private final HostScopes scopes;
    private final Renderer renderer;
    private final NewPasswords newPasswords = new NewPasswords();
    private final OutsideReads outsideReads;

    private Inventory(LoadedInventory loaded, InventoryRequest request) {
        this.loaded = loaded;
        this.directory = LoadedInventory.directoryOf(request.sources().getFirst());
        this.scopes = new HostScopes(loaded, request.additions().defaults());
        this.outsideReads = new OutsideReads(
                request.sources().stream().map(LoadedInventory::directoryOf).toList());
        Library library = new Library(
                Filters.all(),
                Tests.all(),
                Lookups.standard(
                        request.workingDirectory(), System::getenv, request.lookups(), newPasswords, outsideReads));
        this.renderer = new Renderer(scopes, library, new Secrets(request.vault(), loaded.encryptedFiles()));
    }

    /**
     * Reads inventories: files, or directories of them. Later sources add to earlier ones and win over them at the same precedence. As
     * Ansible does, it also reads {@code group_vars} and {@code host_vars} of the working directory.
     *
     * @throws InventoryException with every problem found, if there is an error among them
     */
    public static Inventory load(List<Path> sources) throws InventoryException {
        return load(InventoryRequest.of(sources));
    }

    /**
     * Reads what is asked for.
     *
     * @throws InventoryException with every problem found, if there is an error among them
     */
    public static Inventory load(InventoryRequest request) throws InventoryException {
        if (request.sources().isEmpty()) {
            throw new InventoryException(Problem.error(
                    null, "no inventory given", "", "pass a hosts file or an inventory directory with -i"));
        }
        return new Inventory(LoadedInventory.read(request.reading()), request);
    }

    /** The directory of the first source: where what belongs to the inventory is kept. */
    public Path directory() {
        return directory;
    }

    /** Every host, in Ansible's order: those written directly below {@code all} first. */
    public List<String> hosts() {
        return hosts("all");
    }

    /** The hosts of a group and of its children; empty if there is no such group. */
    public List<String> hosts(String group) {
        Group found = loaded.tree().group(group);
        return found == null
                ? List.of()
                : loaded.tree().hostsOf(found).stream().map(Host::name).toList();
    }

    /** The hosts that are in a group only because {@link Additions} put them there. */
    public List<String> addedTo(String group) {
        return loaded.tree().addedTo(group).stream().map(Host::name).toList();
    }

    public boolean hasGroup(String name) {
        return loaded.tree().group(name) != null;
    }

    /** Every group, {@code all} and {@code ungrouped} included. */
    public List<String> groups() {
        return loaded.tree().groups().stream().map(Group::name).toList();
    }

    /** The groups directly below a group; empty if there is no such group. */
    public List<String> children(String group) {
        Group found = loaded.tree().group(group);
        return found == null
                ? List.of()
                : found.children().stream().map(Group::name).toList();
    }

    /** The groups a host is in, directly or through children, without {@code all}; sorted by name. */
    public List<String> groupsOf(String host) {
        return loaded.tree().groupsOf(known(host)).stream()
                .map(Group::name)
                .filter(group -> !group.equals("all"))
                .sorted()
                .toList();
    }

    /** Where a host or group is named first; null for the groups nobody writes down and for unknown names. */
    public @Nullable Position positionOf(String hostOrGroup) {
        Host host = loaded.tree().host(hostOrGroup);
        if (host != null) {
            return host.position();
        }
        Group group = loaded.tree().group(hostOrGroup);
        return group == null ? null : group.position();
    }

    /**
     * The variables of one host.
     *
     * @throws IllegalArgumentException if the inventory has no such host
     */
    public HostVariables variables(String host) {
        Host found = known(host);
        return new HostVariables(loaded.layersOf(found), scopes.of(found), renderer);
    }

    /** Where {@code ansible_group_priority} is written with a group, which is the only place where it counts. */
    public List<Position> groupPriorities() {
        return loaded.tree().groups().stream()
                .flatMap(group -> group.priorityPlaces().stream())
                .sorted()
                .toList();
    }

    /** Whether a file was read as INI. */
    public boolean isIni(Path file) {
        return loaded.iniFiles().contains(file);
    }

    /** Every variable name set anywhere for anyone, with all places that set it. */
    public SortedMap<String, List<Position>> variablePlaces() {
        SortedMap<String, List<Position>> places = new TreeMap<>();
        for (MapValue layer : loaded.allLayers()) {
            for (String name : layer.entries().keySet()) {
                places.computeIfAbsent(name, key -> new ArrayList<>()).add(layer.positionOf(name));
            }
        }
        places.values().forEach(found -> found.sort(null));
        return places;
    }

    /**
     * The inventory as {@code ansible-inventory} prints it.
     *
     * @param export whether variables are shown where they are written, not with every host that gets them
     */
    public InventoryListing listing(boolean export) {
        return new InventoryListing(loaded, export);
    }

    /** The passwords that rendered templates asked for and whose files do not exist. */
    public NewPasswords newPasswords() {
        return newPasswords;
    }

    /** What rendered templates have read of this machine so far, apart from the inventory itself. */
    public List<OutsideRead> outsideReads() {
        return outsideReads.all();
    }

    /** What is legal in Ansible and yet probably not meant. */
    public List<Problem> warnings() {
        return loaded.warnings();
    }

    private Host known(String name) {
        Host host = loaded.tree().host(name);
        if (host == null) {
            throw new IllegalArgumentException("no host '" + name + "' in this inventory");
        }
        return host;
    }
}
