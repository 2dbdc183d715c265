package io.urania.cluster.variable.access;

import io.urania.cluster.variable.type.ScalarTypes;
import io.urania.cluster.variable.type.Shape;
import io.urania.cluster.variable.type.UnfitValue;
import io.urania.cluster.variable.type.VariableType;
import io.urania.engine.resource.account.HostUser;
import io.urania.inventory.value.ListValue;
import io.urania.inventory.value.MapValue;
import io.urania.inventory.value.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Accounts of people: a list of mappings. No message tells a hash of a password. */
public record HostUsersType() implements VariableType<List<HostUser>> {

    private static final Set<String> KEYS =
            Set.of("name", "admin", "sudo", "authorized_keys", "password_hash", "shell", "uid");

    /** As useradd(8) takes them, without a dot: sudo skips files with one in their names. */
    private static final String NAME = "[a-z_][a-z0-9_-]{0,30}";

    /** One line of authorized_keys(5): options may stand before the key. */
    private static final String KEY = "(?:[^ ].* )?(?:(?:ssh|ecdsa|sk)-[a-z0-9@.-]+) [A-Za-z0-9+/]{16,}={0,3}(?: .*)?";

    private static final String WANTED =
            "a list of mappings of name, admin, sudo, authorized_keys, password_hash, shell and uid";

    @Override
    public String description() {
        return WANTED;
    }

    @Override
    public Shape shape() {
        return new Shape.Anything();
    }

    @Override
    public List<HostUser> read(Value value) throws UnfitValue {
        if (!(value instanceof ListValue list)) {
            throw unfit("is " + ScalarTypes.article(value.type()), WANTED);
        }
        List<HostUser> users = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Value element : list.elements()) {
            if (!(element instanceof MapValue map)) {
                throw unfit("has an element that is not a mapping", WANTED);
            }
            HostUser user = user(map.entries());
            if (!names.add(user.name())) {
                throw unfit("has " + user.name() + " twice", "an account is one element");
            }
            users.add(user);
        }
        return List.copyOf(users);
    }

    private static HostUser user(Map<String, Value> entries) throws UnfitValue {
        for (String key : entries.keySet()) {
            if (!KEYS.contains(key)) {
                throw unfit("has an element with '" + key + "'", WANTED);
            }
        }
        String name = matching(entries, "name", NAME, "a name such as pi: lower case letters, digits, '-' and '_'")
                .orElseThrow(() -> unfit("has an element without name", WANTED));
        Optional<Boolean> admin = entries.containsKey("admin")
                ? Optional.of(ScalarTypes.truth().read(entries.get("admin")))
                : Optional.empty();
        Optional<String> sudo = matching(entries, "sudo", "nopasswd|password", "nopasswd or password");
        if (sudo.isPresent() && !admin.orElse(false)) {
            throw unfit("has sudo for " + name + ", who is not admin", "it says how an administrator becomes root");
        }
        Optional<String> hash = entries.containsKey("password_hash")
                ? Optional.of(PasswordHashType.hash(entries.get("password_hash"), false))
                : Optional.empty();
        return new HostUser(
                name,
                admin,
                sudo.filter(word -> word.equals("password")).isPresent(),
                keys(name, entries),
                hash,
                matching(entries, "shell", "/[A-Za-z0-9._/-]+", "an absolute path"),
                entries.containsKey("uid")
                        ? Optional.of(ScalarTypes.integer(0, 60000).read(entries.get("uid")))
                        : Optional.empty());
    }

    private static List<String> keys(String name, Map<String, Value> entries) throws UnfitValue {
        Value value = entries.get("authorized_keys");
        if (value == null) {
            return List.of();
        }
        List<String> keys = new ArrayList<>();
        for (Value element : value instanceof ListValue list ? list.elements() : List.of(value)) {
            String key = ScalarTypes.line().read(element);
            if (!key.matches(KEY)) {
                throw unfit(
                        "has an authorized key of " + name + " that is not a public key",
                        "each is a line as in ~/.ssh/id_ed25519.pub");
            }
            keys.add(key);
        }
        return keys;
    }

    private static Optional<String> matching(Map<String, Value> entries, String key, String pattern, String wanted)
            throws UnfitValue {
        Value value = entries.get(key);
        return value == null
                ? Optional.empty()
                : Optional.of(
                        ScalarTypes.matching(key + " as " + wanted, pattern).read(value));
    }

    private static UnfitValue unfit(String what, String why) {
        return new UnfitValue(
                what, why.equals(WANTED) ? "it accepts " + WANTED : why, "write '- name: pi', and below it the others");
    }
}
